package io.triglot.server;

import io.triglot.hosting.GrpcServer;
import io.triglot.runtime.Api;
import io.triglot.runtime.CallSlots;
import io.triglot.runtime.graphql.GraphQlEndpoint;
import io.triglot.runtime.grpc.GrpcEndpoint;
import io.triglot.runtime.http.HttpEndpoint;
import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.TextSocket;
import io.triglot.runtime.rest.RestEndpoint;
import io.triglot.runtime.rest.RestRoute;
import io.triglot.runtime.time.Prepared;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Executor;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;

/** The HTTP port of an API beside its gRPC port, from the endpoints of the protocols. */
final class Hosting {
  private Hosting() {}

  /**
   * A port that does not listen yet.
   *
   * @param endpoints what the application adds to it, by path
   * @param probes whether probes are answered there
   * @param log what is told of requests that reach no operation; null for nobody
   */
  static HttpHost http(
      GrpcServer grpc,
      SortedMap<String, HttpEndpoint> endpoints,
      boolean probes,
      ServerSettings settings,
      @Nullable HttpAccessLog log) {
    Api api = grpc.api();
    CallThreads threads = CallThreads.choose(settings.limits());
    Prepared<Server> jetty = Prepared.begin(() -> new Server(threads.forHttp()));
    RestEndpoint rest = RestEndpoint.of(api);
    GraphQlEndpoint graphQl = GraphQlEndpoint.of(api, settings.graphQl());
    GrpcEndpoint grpcEndpoint = grpc.endpoint();
    CallSlots slots = grpc.slots();
    boolean told = settings.graphQl().introspection();
    SortedMap<String, HttpEndpoint> own =
        Site.contracts(
            rest::openApi,
            rest::openApiYaml,
            told ? graphQl::sdl : null,
            grpcEndpoint.protoFiles());
    HttpEndpoint slotted = new SlottedEndpoint(graphQl, slots);
    own.put(Site.GRAPHQL, settings.pages() && told ? new GraphQlPath(slotted) : slotted);
    if (settings.pages()) {
      boolean tls = settings.tls() != null;
      own.putAll(
          Site.pages(
              () ->
                  Listing.of(
                      api,
                      rest.openApi(),
                      told ? graphQl.sdl() : "",
                      grpcEndpoint,
                      grpc.port(),
                      tls),
              tls,
              grpcEndpoint.protoFiles()));
    }
    if (probes) {
      own.putAll(health(grpc).all());
    }
    endpoints.forEach((path, endpoint) -> add(path, endpoint, own));
    refuseClashes(rest.routes(), own.keySet());
    HttpHost http =
        new HttpHost(
            settings,
            threads,
            jetty.get(),
            new Site(own, new SlottedEndpoint(rest, slots)),
            Map.of(Site.GRAPHQL, new GraphQlSockets(graphQl, slots)));
    if (log != null) {
      http.log(log);
    }
    return http;
  }

  /** What probes of a server ask. */
  static HealthEndpoints health(GrpcServer grpc) {
    return new HealthEndpoints(grpc::isReady, grpc::checks);
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
