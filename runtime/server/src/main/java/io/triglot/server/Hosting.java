package io.triglot.server;

import io.triglot.runtime.Api;
import io.triglot.runtime.CallSlots;
import io.triglot.runtime.graphql.GraphQlEndpoint;
import io.triglot.runtime.grpc.GrpcEndpoint;
import io.triglot.runtime.http.HttpEndpoint;
import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.TextSocket;
import io.triglot.runtime.rest.RestEndpoint;
import io.triglot.runtime.rest.RestRoute;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * An API on its two ports, from the endpoints of the three protocols.
 *
 * @param api what is served
 * @param health what is told of it
 * @param grpcEndpoint its gRPC side
 * @param http the HTTP port
 * @param grpc the gRPC port
 * @param slots what the open calls have taken
 * @param housekeeping what is looked after meanwhile
 */
record Hosting(
    Api api,
    Health health,
    GrpcEndpoint grpcEndpoint,
    HttpHost http,
    GrpcHost grpc,
    CallSlots slots,
    Housekeeping housekeeping) {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /**
   * Both ports listen when this returns.
   *
   * @param endpoints what the application adds to the HTTP port, by path
   * @param log what is told of requests that reach no operation, too; null for nobody
   */
  static Hosting start(
      Api api,
      SortedMap<String, HttpEndpoint> endpoints,
      ServerSettings settings,
      @Nullable AccessLog log) {
    RestEndpoint rest = RestEndpoint.of(api);
    GraphQlEndpoint graphQl = GraphQlEndpoint.of(api);
    GrpcEndpoint grpcEndpoint = GrpcEndpoint.of(api);
    CallThreads threads = CallThreads.choose(settings.limits());
    Health health = new Health(settings.readiness());
    grpcEndpoint.serving(health.isReady());
    CallSlots slots = new CallSlots(settings.limits().maxOpenCalls());
    GrpcHost grpc =
        new GrpcHost(
            settings,
            threads.forGrpc(),
            grpcEndpoint.servicesWithReflectionAndHealth(),
            GrpcEndpoint::callExecutor,
            slots);
    SortedMap<String, HttpEndpoint> own =
        Site.own(
            () -> Listing.of(api, rest, graphQl.sdl(), grpcEndpoint, grpc.port()),
            rest.openApi(),
            graphQl.sdl(),
            grpcEndpoint.protoFiles(),
            new SlottedEndpoint(graphQl, slots),
            health);
    endpoints.forEach((path, endpoint) -> add(path, endpoint, own));
    refuseClashes(rest.routes(), own.keySet());
    HttpHost http =
        new HttpHost(
            settings,
            threads,
            new Site(own, new SlottedEndpoint(rest, slots)),
            Map.of(Site.GRAPHQL, new GraphQlSockets(graphQl, slots)));
    if (log != null) {
      http.log(log);
    }
    grpc.start();
    try {
      http.start();
    } catch (RuntimeException failure) {
      grpc.stop();
      throw failure;
    }
    return new Hosting(
        api,
        health,
        grpcEndpoint,
        http,
        grpc,
        slots,
        housekeeping(settings, health, grpcEndpoint, http, grpc));
  }

  private static Housekeeping housekeeping(
      ServerSettings settings, Health health, GrpcEndpoint endpoint, HttpHost http, GrpcHost grpc) {
    Housekeeping housekeeping = new Housekeeping();
    housekeeping.every(SECOND, http::look);
    housekeeping.every(SECOND, grpc::look);
    health.look();
    housekeeping.every(
        SECOND,
        () -> {
          health.look();
          endpoint.serving(health.isReady());
        });
    Tls tls = settings.tls();
    if (tls != null) {
      housekeeping.every(SECOND, tls::reloadIfChanged);
    }
    return housekeeping;
  }

  /** Both ports are closed when this returns. */
  void stop(Duration noticeTime, Duration drainTime) {
    health.stopping();
    grpcEndpoint.stopServing();
    boolean hurried = isHurried(noticeTime);
    Drain.begin(api.calls().open(), slots, http, grpc).finish(drainTime);
    housekeeping.close();
    if (hurried) {
      Thread.currentThread().interrupt();
    }
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

  private static void add(String path, HttpEndpoint endpoint, SortedMap<String, HttpEndpoint> own) {
    if (own.putIfAbsent(path, endpoint) != null) {
      throw new IllegalStateException(
          path + " is a path of the server itself. Give the endpoint another one");
    }
  }

  private static void refuseClashes(List<RestRoute> routes, Set<String> own) {
    for (RestRoute route : routes) {
      Site.clash(route.template(), own)
          .ifPresent(
              path -> {
                throw new IllegalStateException(
                    route.method()
                        + " "
                        + route.template()
                        + " of "
                        + route.operation().id()
                        + " would also be "
                        + path
                        + ", which is a path of the server itself. Give the operation another route");
              });
    }
  }

  /** GraphQL over WebSocket. */
  private record GraphQlSockets(GraphQlEndpoint graphQl, CallSlots slots)
      implements SocketEndpoint {
    @Override
    public String subprotocol() {
      return GraphQlEndpoint.SUBPROTOCOL;
    }

    @Override
    public TextSocket.Listener connect(
        HttpRequest handshake, TextSocket socket, Executor executor) {
      return graphQl.connect(handshake, socket, executor, slots);
    }
  }
}
