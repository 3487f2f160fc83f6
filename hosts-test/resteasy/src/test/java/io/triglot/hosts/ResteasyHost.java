package io.triglot.hosts;

import io.triglot.processor.backend.rest.HostedApi;
import io.triglot.processor.backend.rest.RestHost;
import io.triglot.processor.backend.rest.UploadBehaviour;
import io.triglot.runtime.rest.JaxRsExchange;
import io.undertow.Undertow;
import jakarta.ws.rs.core.Application;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.plugins.server.undertow.UndertowJaxrsServer;

/** The generated resources on RESTEasy. */
final class ResteasyHost implements RestHost {
  private final Server server = new Server();
  private final URI uri;

  private ResteasyHost(Application application) {
    server.start(Undertow.builder().addHttpListener(0, "127.0.0.1"));
    server.deploy(application, "/");
    uri = URI.create("http://127.0.0.1:" + server.port() + "/");
  }

  static RestHost start(HostedApi.Endpoints endpoints, int maxBodyBytes) {
    return serve(endpoints.resources(), maxBodyBytes);
  }

  static RestHost serve(Set<Object> resources, int maxBodyBytes) {
    return new ResteasyHost(new Resources(resources, maxBodyBytes));
  }

  static RestHost start(Set<Class<?>> classes) {
    return new ResteasyHost(new Classes(classes));
  }

  static RestHost start(List<Object> components) {
    return new ResteasyHost(new Resources(new LinkedHashSet<>(components), Integer.MAX_VALUE));
  }

  @Override
  public URI uri() {
    return uri;
  }

  @Override
  public void close() {
    server.stop();
  }

  private static final class Server extends UndertowJaxrsServer {
    int port() {
      return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    }
  }

  private static final class Classes extends Application {
    private final Set<Class<?>> classes;

    Classes(Set<Class<?>> classes) {
      this.classes = classes;
    }

    @Override
    public Set<Class<?>> getClasses() {
      return classes;
    }
  }

  private static final class Resources extends Application {
    private final Set<Object> resources;
    private final int maxBodyBytes;

    Resources(Set<Object> resources, int maxBodyBytes) {
      this.resources = resources;
      this.maxBodyBytes = maxBodyBytes;
    }

    @Override
    @SuppressWarnings("deprecation") // the standard's only way to hand over instances
    public Set<Object> getSingletons() {
      return resources;
    }

    @Override
    public Map<String, Object> getProperties() {
      return Map.of(
          JaxRsExchange.MAX_BODY_BYTES,
          maxBodyBytes,
          JaxRsExchange.MAX_UPLOAD_BYTES,
          UploadBehaviour.MAX_UPLOAD_BYTES);
    }
  }
}
