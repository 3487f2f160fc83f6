package io.triglot.example.road;

import io.triglot.hosting.GrpcServer;
import io.triglot.runtime.Api;
import io.triglot.runtime.Authenticator;
import io.triglot.runtime.CallObserver;
import io.triglot.runtime.adoption.ObservedResources;
import io.triglot.runtime.rest.DeprecatedResources;
import java.net.URI;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.server.ResourceConfig;

/** The labels on REST, in the container that they have always had, and beside it on gRPC. */
public final class LabelServer implements AutoCloseable {
  private final HttpServer http;
  private final GrpcServer grpc;

  /**
   * Starts both.
   *
   * @param address where REST is served; port 0 is any free one
   * @param grpcPort 0 for any free one
   * @param calls is told of the calls of both
   */
  public LabelServer(Catalog catalog, URI address, int grpcPort, CallObserver calls) {
    LabelResource labels = new LabelResource(catalog);
    http = rest(address, labels, ObservedResources.by(calls), new DeprecatedResources());
    Api.Builder api =
        Api.builder().service(labels).authenticator(Authenticator.anonymous()).observer(calls);
    grpc = GrpcServer.builder(api).host(address.getHost()).grpcPort(grpcPort).start();
  }

  /** A container with REST and nothing else. */
  static HttpServer rest(URI address, Object... components) {
    ResourceConfig application = new ResourceConfig(JacksonFeature.class);
    for (Object component : components) {
      application.register(component);
    }
    return GrizzlyHttpServerFactory.createHttpServer(address, application);
  }

  /** The port of REST. */
  public int port() {
    return http.getListener("grizzly").getPort();
  }

  /** The port of gRPC. */
  public int grpcPort() {
    return grpc.port();
  }

  @Override
  public void close() {
    grpc.stop();
    http.shutdownNow();
  }
}
