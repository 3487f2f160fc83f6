package io.triglot.server;

import io.triglot.hosting.Limits;
import io.triglot.hosting.Proxies;
import io.triglot.hosting.Tls;
import io.triglot.runtime.graphql.GraphQlSettings;
import io.triglot.runtime.http.Cors;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where and how a server listens.
 *
 * @param host the address that both ports are bound to; {@code 0.0.0.0} is every one of the machine
 * @param port the port of REST, GraphQL and pages; 0 for any free one
 * @param grpcPort the port of gRPC; 0 for any free one
 * @param tls the certificate of both ports; null for plain text
 * @param limits what is taken from a client
 * @param graphQl what GraphQL takes from a client, and offers
 * @param cors what pages of other origins may do; null for nothing
 * @param proxies who is believed when it tells for whom it asks; null for nobody
 * @param pages whether pages for people are served
 */
record ServerSettings(
    String host,
    int port,
    int grpcPort,
    @Nullable Tls tls,
    Limits limits,
    GraphQlSettings graphQl,
    @Nullable Cors cors,
    @Nullable Proxies proxies,
    boolean pages) {

  static final ServerSettings DEFAULTS =
      new ServerSettings(
          "0.0.0.0", 8080, 9090, null, Limits.DEFAULTS, GraphQlSettings.DEFAULTS, null, null, true);

  ServerSettings {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(graphQl, "graphQl");
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("Not a port: " + port);
    }
    if (port != 0 && port == grpcPort) {
      throw new IllegalArgumentException(
          "Port " + port + " is given to HTTP and to gRPC. Choose another for one of them");
    }
  }

  ServerSettings withHost(String value) {
    return new ServerSettings(value, port, grpcPort, tls, limits, graphQl, cors, proxies, pages);
  }

  ServerSettings withPorts(int http, int rpc) {
    return new ServerSettings(host, http, rpc, tls, limits, graphQl, cors, proxies, pages);
  }

  ServerSettings withTls(Tls value) {
    return new ServerSettings(host, port, grpcPort, value, limits, graphQl, cors, proxies, pages);
  }

  ServerSettings withLimits(Limits value) {
    return new ServerSettings(host, port, grpcPort, tls, value, graphQl, cors, proxies, pages);
  }

  ServerSettings withGraphQl(GraphQlSettings value) {
    return new ServerSettings(host, port, grpcPort, tls, limits, value, cors, proxies, pages);
  }

  ServerSettings withCors(Cors value) {
    return new ServerSettings(host, port, grpcPort, tls, limits, graphQl, value, proxies, pages);
  }

  ServerSettings withProxies(Proxies value) {
    return new ServerSettings(host, port, grpcPort, tls, limits, graphQl, cors, value, pages);
  }

  ServerSettings withPages(boolean value) {
    return new ServerSettings(host, port, grpcPort, tls, limits, graphQl, cors, proxies, value);
  }
}
