package io.triglot.hosting;

import io.grpc.ServerBuilder;
import io.triglot.runtime.Api;
import io.triglot.runtime.CallSlots;
import io.triglot.runtime.grpc.GrpcEndpoint;
import io.triglot.runtime.time.Prepared;
import java.time.Duration;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An API's gRPC port inside an application that serves HTTP already, or none:
 *
 * <pre>{@code
 * GrpcServer server =
 *     GrpcServer.builder(Api.builder().service(orders).authenticator(tokens)).grpcPort(9090).start();
 * }</pre>
 *
 * <p>It runs until {@link #stop}, which the application calls before it ends what its services
 * need; {@link io.triglot.hosting.cdi.GrpcLifecycle} and {@link
 * io.triglot.hosting.spring.GrpcLifecycle} do. Thread-safe.
 */
public final class GrpcServer implements AutoCloseable {
  private final Api api;
  private final GrpcEndpoint endpoint;
  private final @Nullable Tls tls;
  private final Duration noticeTime;
  private final Duration drainTime;
  private final Health health;
  private final CallSlots slots;
  private final Prepared<GrpcPort> grpc;
  private final Ports ports = new Ports();
  private boolean stopped;

  private GrpcServer(Builder builder) {
    api = builder.api.build();
    GrpcSettings settings = builder.settings;
    tls = settings.tls();
    noticeTime = builder.noticeTime;
    drainTime = builder.drainTime;
    endpoint = GrpcEndpoint.of(api);
    health = new Health(builder.readiness);
    endpoint.serving(health.isReady());
    slots = new CallSlots(settings.limits().maxOpenCalls());
    grpc =
        Prepared.begin(
            () ->
                new GrpcPort(
                    settings,
                    endpoint.servicesWithReflectionAndHealth(),
                    GrpcEndpoint::callExecutor,
                    slots));
  }

  /**
   * A builder with port 9090 on all addresses of the machine.
   *
   * @param api what is served; the server builds it when it starts
   */
  public static Builder builder(Api.Builder api) {
    return new Builder(api);
  }

  /** What is served. */
  public Api api() {
    return api;
  }

  /** What is served, as gRPC has it. */
  public GrpcEndpoint endpoint() {
    return endpoint;
  }

  /** The port that it listens on. */
  public int port() {
    return grpc.get().number();
  }

  /** How many calls are open at this moment on all its ports, streams among them. */
  public int openCalls() {
    return slots.taken();
  }

  /** The slots that its calls take, for other ports of the same API. */
  public CallSlots slots() {
    return slots;
  }

  /** Whether it is to be sent anything new: all its checks say so, and it does not stop. */
  public boolean isReady() {
    return health.isReady();
  }

  /** What the last run of each readiness check has said, by name. */
  public SortedMap<String, Boolean> checks() {
    return health.checks();
  }

  /**
   * Listens from now on. Throws what the builder's customization has thrown, too.
   *
   * @param beside further ports of the same API, such as one of HTTP, which start after this one,
   *     and are looked after, drained and stopped with it
   * @return this
   * @throws java.io.UncheckedIOException when a port cannot be had; none listens then
   * @throws IllegalStateException when it has been started before
   */
  public synchronized GrpcServer start(Port... beside) {
    if (stopped || ports.areStarted()) {
      throw new IllegalStateException("A server is started once. Build another one");
    }
    try {
      ports.start(Stream.concat(Stream.of(grpc.get()), Stream.of(beside)).toList());
    } catch (RuntimeException failure) {
      stopped = true;
      throw failure;
    }
    health.look();
    ports.lookAlso(this::look);
    if (tls != null) {
      ports.lookAlso(tls::reloadIfChanged);
    }
    return this;
  }

  /**
   * Stops in order: says that it is not ready, waits for the builder's notice time, takes nothing
   * new, finishes the calls in flight, ends open streams with {@code UNAVAILABLE}, then frees the
   * port. Waits until that is done, which takes about the builder's drain time at most. Does
   * nothing when it has been stopped.
   */
  public synchronized void stop() {
    if (!stopped) {
      stopped = true;
      health.stopping();
      endpoint.stopServing();
      boolean hurried = isHurried(noticeTime);
      ports.stop(api.calls().open(), slots, drainTime);
      if (hurried) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The same as {@link #stop}. */
  @Override
  public void close() {
    stop();
  }

  private void look() {
    health.look();
    endpoint.serving(health.isReady());
  }

  /** Waits; whether an interrupt has cut that short. */
  private static boolean isHurried(Duration noticeTime) {
    try {
      Thread.sleep(noticeTime.toMillis());
      return false;
    } catch (InterruptedException hurry) {
      return true;
    }
  }

  /** Collects settings, for one server or, one after the other, several. Not thread-safe. */
  public static final class Builder {
    private final Api.Builder api;
    private final SortedMap<String, ReadinessCheck> readiness = new TreeMap<>();
    private GrpcSettings settings = GrpcSettings.DEFAULTS;
    private Duration noticeTime = Duration.ZERO;
    private Duration drainTime = Duration.ofSeconds(30);

    private Builder(Api.Builder api) {
      this.api = Objects.requireNonNull(api, "api");
    }

    /** Sets the address that the port is bound to; without one, all of the machine. */
    public Builder host(String host) {
      settings = settings.withHost(host);
      return this;
    }

    /** Sets the port; 0 for any free one. 9090 if not set. */
    public Builder grpcPort(int port) {
      settings = settings.withPort(port);
      return this;
    }

    /** Sets the certificate; without one, the port speaks plain text. */
    public Builder tls(Tls tls) {
      settings = settings.withTls(Objects.requireNonNull(tls, "tls"));
      return this;
    }

    /** Sets what is taken from a client; {@link Limits#DEFAULTS} if not set. */
    public Builder limits(Limits limits) {
      settings = settings.withLimits(limits);
      return this;
    }

    /**
     * Sets the threads of calls that may block, such as those of a container; the application ends
     * them after the server. If not set, each call has a virtual thread from JDK 21 on, and before
     * a thread of a pool with {@link Limits#maxThreads}.
     */
    public Builder executor(Executor executor) {
      settings = settings.withExecutor(Objects.requireNonNull(executor, "executor"));
      return this;
    }

    /**
     * Sets the proxies in front of the server, whose word for the client's address is taken. If not
     * set, the client is whoever has opened the connection.
     */
    public Builder proxies(Proxies proxies) {
      settings = settings.withProxies(Objects.requireNonNull(proxies, "proxies"));
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
      settings = settings.withCustomization(customization);
      return this;
    }

    /**
     * Writes a line for each call at its end, and for each that reaches no operation, to the logger
     * {@code io.triglot.access} at level INFO: a short message, and key-value pairs for encoders
     * that know them. No header or message is told. Off if not set.
     */
    public Builder accessLog() {
      if (settings.accessLog() == null) {
        AccessLog log = new AccessLog();
        api.observer(log);
        settings = settings.withAccessLog(log);
      }
      return this;
    }

    /**
     * Adds something that has to be there before the server is ready: gRPC's health service says so
     * until the check says yes, and whenever it says no. It is looked at when the server starts,
     * and again five seconds after each answer.
     *
     * @param name letters, digits, dots, hyphens and underscores
     */
    public Builder readiness(String name, ReadinessCheck check) {
      if (!name.matches("[A-Za-z0-9._-]+")) {
        throw new IllegalArgumentException("Not the name of a check: " + name);
      }
      if (readiness.putIfAbsent(name, Objects.requireNonNull(check, "check")) != null) {
        throw new IllegalArgumentException("There are two readiness checks named " + name);
      }
      return this;
    }

    /**
     * Sets how long a stop goes on as before once the server has said that it is not ready, so that
     * load balancers can notice. None if not set; on Kubernetes five seconds are customary.
     */
    public Builder noticeTime(Duration time) {
      noticeTime = Objects.requireNonNull(time, "time");
      return this;
    }

    /** Sets how long a stop waits for calls in flight and open streams; 30 seconds if not set. */
    public Builder drainTime(Duration time) {
      drainTime = Objects.requireNonNull(time, "time");
      return this;
    }

    /**
     * A server that does not listen yet.
     *
     * @throws IllegalStateException when two services have one name, or an interceptor is for what
     *     there is not
     */
    public GrpcServer build() {
      return new GrpcServer(this);
    }

    /**
     * Builds a server and starts it.
     *
     * @throws java.io.UncheckedIOException when the port cannot be had
     * @throws IllegalStateException as {@link #build} does
     */
    public GrpcServer start() {
      return build().start();
    }
  }
}
