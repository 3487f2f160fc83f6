package io.triglot.processor.backend.rest;

import io.triglot.runtime.rest.JaxRsExchange;
import io.triglot.runtime.rest.RestEndpoint;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** The generated resources on Jersey. */
public final class JerseyHost implements RestHost {
  private final HttpServer server;

  private JerseyHost(ResourceConfig application) {
    server =
        GrizzlyHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/"), application);
  }

  /** Starts the server. */
  public static RestHost start(RestEndpoint endpoint, int maxBodyBytes) {
    return serve(endpoint.resources(), maxBodyBytes);
  }

  /** Starts the server with all that an API has. */
  public static RestHost start(HostedApi.Endpoints endpoints, int maxBodyBytes) {
    return serve(endpoints.resources(), maxBodyBytes);
  }

  /** Starts a server with resources that serve all requests. */
  public static RestHost serve(Set<Object> resources, int maxBodyBytes) {
    return new JerseyHost(
        new ResourceConfig()
            .registerInstances(resources)
            .property(JaxRsExchange.MAX_BODY_BYTES, maxBodyBytes)
            .property(JaxRsExchange.MAX_UPLOAD_BYTES, UploadBehaviour.MAX_UPLOAD_BYTES));
  }

  /** Starts a server with resources and providers that Jersey makes. */
  public static RestHost start(Set<Class<?>> classes) {
    return new JerseyHost(new ResourceConfig(classes));
  }

  /** Starts a server with these resources and providers. */
  public static RestHost start(List<Object> components) {
    return new JerseyHost(new ResourceConfig().registerInstances(components.toArray()));
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
