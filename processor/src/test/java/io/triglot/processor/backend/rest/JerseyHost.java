package io.triglot.processor.backend.rest;

import io.triglot.runtime.rest.JaxRsExchange;
import io.triglot.runtime.rest.RestEndpoint;
import java.net.URI;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** The generated resources on Jersey. */
public final class JerseyHost implements RestHost {
  private final HttpServer server;

  private JerseyHost(RestEndpoint endpoint, int maxBodyBytes) {
    ResourceConfig application =
        new ResourceConfig()
            .registerInstances(endpoint.resources())
            .property(JaxRsExchange.MAX_BODY_BYTES, maxBodyBytes);
    server =
        GrizzlyHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/"), application);
  }

  /** Starts the server. */
  public static RestHost start(RestEndpoint endpoint, int maxBodyBytes) {
    return new JerseyHost(endpoint, maxBodyBytes);
  }

  @Override
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getListener("grizzly").getPort() + "/");
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
