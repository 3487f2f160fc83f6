package io.triglot.server;

import io.grpc.ServerBuilder;
import io.triglot.hosting.GrpcServer;
import io.triglot.hosting.Limits;
import io.triglot.hosting.Port;
import io.triglot.hosting.Proxies;
import io.triglot.hosting.ReadinessCheck;
import io.triglot.hosting.Tls;
import io.triglot.runtime.Api;
import io.triglot.runtime.Authenticator;
import io.triglot.runtime.CallInterceptor;
import io.triglot.runtime.CallObserver;
import io.triglot.runtime.CallValidator;
import io.triglot.runtime.MissingBindingException;
import io.triglot.runtime.RateLimit;
import io.triglot.runtime.graphql.GraphQlSettings;
import io.triglot.runtime.http.Cors;
import io.triglot.runtime.http.HttpEndpoint;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Services on two ports of this machine: REST, GraphQL and pages for people on one, gRPC on the
 * other.
 *
 * <pre>{@code
 * TriglotServer server =
 *     TriglotServer.builder().service(new ProductService()).port(8080).grpcPort(9090).start();
 * }</pre>
 *
 * <p>It runs until {@link #stop}, or until the JVM is told to end, which stops it in the same
 * orderly way. Thread-safe.
 */
public final class TriglotServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(TriglotServer.class);

  private final ServerSettings settings;
  private final GrpcServer grpc;
  private final HttpHost http;
  private final @Nullable ManagementPort management;
  private final Thread shutdownHook = new Thread(this::drain, "triglot-shutdown");
  private boolean stopped;

  private TriglotServer(
      ServerSettings settings,
      GrpcServer grpc,
      HttpHost http,
      @Nullable ManagementPort management) {
    this.settings = settings;
    this.grpc = grpc;
    this.http = http;
    this.management = management;
  }

  /** A builder with port 8080, gRPC on 9090, on all addresses of the machine, and no service. */
  public static Builder builder() {
    return new Builder();
  }

  /** What is served. */
  public Api api() {
    return grpc.api();
  }

  /** The port of REST, GraphQL and pages. */
  public int port() {
    return http.port();
  }

  /** The port of gRPC. */
  public int grpcPort() {
    return grpc.port();
  }

  /** The port of probes and metrics; empty where they have none of their own. */
  public OptionalInt managementPort() {
    return management == null ? OptionalInt.empty() : OptionalInt.of(management.number());
  }

  /** How many calls are open at this moment on both ports, streams among them. */
  public int openCalls() {
    return grpc.openCalls();
  }

  /** The address of the start page, below which REST and GraphQL are found. */
  public URI uri() {
    String scheme = settings.tls() == null ? "http" : "https";
    return URI.create(scheme + "://" + reachableHost() + ":" + port() + "/");
  }

  /**
   * Stops in order: says that it is not ready, waits for the builder's notice time, takes nothing
   * new, finishes the calls in flight, ends open streams with {@code UNAVAILABLE} in each
   * protocol's own form, then closes both ports. Waits until that is done, which takes about the
   * builder's drain time at most. Does nothing when it has been stopped.
   */
  public void stop() {
    drain();
    try {
      Runtime.getRuntime().removeShutdownHook(shutdownHook);
    } catch (IllegalStateException theJvmIsEnding) {
      // And its hook has nothing left to do.
    }
  }

  /** The same as {@link #stop}. */
  @Override
  public void close() {
    stop();
  }

  private void begin() {
    Runtime.getRuntime().addShutdownHook(shutdownHook);
    log.info("REST, GraphQL and pages: {}", uri());
    log.info("gRPC: {}:{}", reachableHost(), grpcPort());
    managementPort().ifPresent(port -> log.info("Probes and metrics: port {}", port));
  }

  private synchronized void drain() {
    if (!stopped) {
      stopped = true;
      log.info("Stopping {}", uri());
      grpc.stop();
    }
  }

  private String reachableHost() {
    return switch (settings.host()) {
      case "0.0.0.0", "::" -> "localhost";
      default -> settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
    };
  }

  /** Collects services, policy and settings. Not thread-safe. */
  public static final class Builder {
    private final Api.Builder api = Api.builder();
    private final GrpcServer.Builder grpc = GrpcServer.builder(api);
    private final SortedMap<String, HttpEndpoint> endpoints = new TreeMap<>();
    private ServerSettings settings = ServerSettings.DEFAULTS;
    private @Nullable Management management;
    private @Nullable HttpAccessLog accessLog;

    private Builder() {}

    /**
     * Adds a service, an instance of a class with {@code @ApiOperation} methods.
     *
     * @throws MissingBindingException when the processor did not see that class
     */
    public Builder service(Object service) {
      api.service(service);
      return this;
    }

    /** Sets what finds out who calls; without one, every call is anonymous. */
    public Builder authenticator(Authenticator authenticator) {
      api.authenticator(authenticator);
      return this;
    }

    /**
     * Adds a limit of how often a client may call, on all protocols together; several hold
     * together. None if not set.
     */
    public Builder rateLimit(RateLimit limit) {
      api.rateLimit(limit);
      return this;
    }

    /**
     * Sets what judges arguments and results. Without one, the provider of Jakarta Validation on
     * the class path does where operations have constraints; where there is none, a warning lists
     * the operations whose constraints nobody checks.
     */
    public Builder validator(CallValidator validator) {
      api.validator(validator);
      return this;
    }

    /** Adds what sees every call; observers see a call begin in the order of their addition. */
    public Builder observer(CallObserver observer) {
      api.observer(observer);
      return this;
    }

    /**
     * Writes a line for each call at its end, and for each request that reaches no operation, to
     * the logger {@code io.triglot.access} at level INFO: a short message, and key-value pairs for
     * encoders that know them. No header, query or body is told. Off if not set.
     */
    public Builder accessLog() {
      if (accessLog == null) {
        grpc.accessLog();
        accessLog = new HttpAccessLog();
        api.observer(accessLog);
      }
      return this;
    }

    /** Adds what stands around the methods; the first that is added is the outermost. */
    public Builder interceptor(CallInterceptor interceptor) {
      api.interceptor(interceptor);
      return this;
    }

    /**
     * Adds what answers at a path of the HTTP port beside the API, such as metrics.
     *
     * @param path an absolute path, whole and without variables
     */
    public Builder endpoint(String path, HttpEndpoint endpoint) {
      if (!path.startsWith("/")) {
        throw new IllegalArgumentException("A path begins with /, not like " + path);
      }
      endpoints.put(path, Objects.requireNonNull(endpoint, "endpoint"));
      return this;
    }

    /**
     * Adds what stands around the method of one operation, in the same order as those around all.
     *
     * @param operation its id, such as {@code OrderService.createOrder}; that of a batched field
     *     has the type in it, {@code OrderService.Order.product}
     */
    public Builder interceptor(String operation, CallInterceptor interceptor) {
      api.interceptor(operation, interceptor);
      return this;
    }

    /**
     * Adds what stands around one field of a GraphQL type.
     *
     * @param field the type and the field, such as {@code Product.price}
     * @see Api.Builder#fieldInterceptor
     */
    public Builder fieldInterceptor(String field, CallInterceptor interceptor) {
      api.fieldInterceptor(field, interceptor);
      return this;
    }

    /** Sets the address that both ports are bound to; without one, all of the machine. */
    public Builder host(String host) {
      settings = settings.withHost(host);
      grpc.host(host);
      return this;
    }

    /** Sets the port of REST, GraphQL and pages; 0 for any free one. 8080 if not set. */
    public Builder port(int port) {
      settings = settings.withPorts(port, settings.grpcPort());
      return this;
    }

    /** Sets the port of gRPC; 0 for any free one. 9090 if not set. */
    public Builder grpcPort(int port) {
      settings = settings.withPorts(settings.port(), port);
      grpc.grpcPort(port);
      return this;
    }

    /**
     * Sets a port for probes and metrics; without one, probes are answered on that of REST, GraphQL
     * and pages.
     */
    public Builder management(Management management) {
      this.management = Objects.requireNonNull(management, "management");
      return this;
    }

    /** Sets the certificate of both ports; without one, they speak plain text. */
    public Builder tls(Tls tls) {
      settings = settings.withTls(Objects.requireNonNull(tls, "tls"));
      grpc.tls(tls);
      return this;
    }

    /** Sets what is taken from a client; {@link Limits#DEFAULTS} if not set. */
    public Builder limits(Limits limits) {
      settings = settings.withLimits(limits);
      grpc.limits(limits);
      return this;
    }

    /**
     * Sets what GraphQL takes from its clients, and offers to them; {@link
     * GraphQlSettings#DEFAULTS} if not set.
     */
    public Builder graphQl(GraphQlSettings settings) {
      this.settings = this.settings.withGraphQl(settings);
      return this;
    }

    /**
     * Sets what pages of other origins may do on the HTTP port: REST, GraphQL, its WebSockets, and
     * whatever else it answers. If not set, browsers keep answers from them, and they open no
     * WebSocket.
     */
    public Builder cors(Cors cors) {
      settings = settings.withCors(Objects.requireNonNull(cors, "cors"));
      return this;
    }

    /**
     * Sets the proxies in front of both ports, whose word for the client's address, and for the
     * scheme and host by which it reached them, is taken. If not set, the client is whoever has
     * opened the connection.
     */
    public Builder proxies(Proxies proxies) {
      settings = settings.withProxies(proxies);
      grpc.proxies(proxies);
      return this;
    }

    /**
     * Sets whether pages for people are served: the start page, the explorers of REST and GraphQL,
     * and the list of {@code .proto} files. They are if not set. Contracts are served all the same.
     */
    public Builder pages(boolean served) {
      settings = settings.withPages(served);
      return this;
    }

    /**
     * Sets what is changed in the gRPC server before it starts, such as its keep-alive times, the
     * age of connections, further services, or {@link io.grpc.ServerInterceptor}s of the
     * application's own: these stand around the whole call, before its observers. Unless it is
     * changed, a client that is silent for a minute is pinged, and closed when it does not answer
     * within 20 seconds; clients may ping every 10 seconds.
     */
    public Builder grpc(Consumer<? super ServerBuilder<?>> customization) {
      grpc.grpc(customization);
      return this;
    }

    /**
     * Adds something that has to be there before the server is ready: {@code /health/ready} and
     * gRPC's health service say so until the check says yes, and whenever it says no. It is looked
     * at when the server starts, and again five seconds after each answer.
     *
     * @param name letters, digits, dots, hyphens and underscores
     */
    public Builder readiness(String name, ReadinessCheck check) {
      grpc.readiness(name, check);
      return this;
    }

    /**
     * Sets how long a stop goes on as before once the server has said that it is not ready, so that
     * load balancers can notice. None if not set; on Kubernetes five seconds are customary.
     */
    public Builder noticeTime(Duration time) {
      grpc.noticeTime(time);
      return this;
    }

    /** Sets how long a stop waits for calls in flight and open streams; 30 seconds if not set. */
    public Builder drainTime(Duration time) {
      grpc.drainTime(time);
      return this;
    }

    /**
     * Starts the server.
     *
     * @throws java.io.UncheckedIOException when a port cannot be had
     * @throws IllegalStateException when two operations have the same address on a protocol, or an
     *     operation or endpoint has an address of the server's own, or an interceptor is for what
     *     there is not
     */
    public TriglotServer start() {
      GrpcServer rpc = grpc.build();
      HttpHost http = Hosting.http(rpc, endpoints, management == null, settings, accessLog);
      ManagementPort own =
          management == null ? null : new ManagementPort(management, Hosting.health(rpc));
      rpc.start(Stream.of(http, own).filter(Objects::nonNull).toArray(Port[]::new));
      TriglotServer server = new TriglotServer(settings, rpc, http, own);
      server.begin();
      TrainingRun.ifAskedFor(server);
      return server;
    }
  }
}
