package io.triglot.hosts.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import jakarta.enterprise.inject.spi.Extension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Generated resources that CDI finds. */
@Timeout(120)
class CdiComponentsTest {
  private static final String SERVICE =
      """
      package com.acme.greeting;

      import io.triglot.ApiOperation;
      import io.triglot.ApiService;
      import io.triglot.runtime.Protocol;
      import jakarta.validation.constraints.Size;
      import jakarta.enterprise.context.ApplicationScoped;

      @ApplicationScoped
      @ApiService(protocols = Protocol.REST)
      public class Greeter {
        @ApiOperation("GET /greetings/{name}")
        public String greet(@Size(max = 5) String name) {
          return "Hello " + name;
        }
      }
      """;

  private static final String CALLS =
      """
      package com.acme.greeting;

      import io.triglot.runtime.Api;
      import io.triglot.runtime.Calls;
      import jakarta.enterprise.context.ApplicationScoped;
      import jakarta.enterprise.inject.Produces;
      import jakarta.inject.Singleton;

      @ApplicationScoped
      public class Configuration {
        @Produces
        @Singleton
        Calls calls() {
          return Api.of(new Greeter()).calls();
        }
      }
      """;

  @Test
  void areMadeByTheContainer(@TempDir Path directory) throws Exception {
    Compilation compilation =
        TestCompiler.javac(directory)
            .with("-Atriglot.componentModel=jakarta")
            .compile(SERVICE, CALLS)
            .requireSuccess();
    ClassLoader loader = compilation.loader();
    Class<?> resource = loader.loadClass("com.acme.greeting.GreeterResource");
    Weld weld =
        new Weld()
            .disableDiscovery()
            .addBeanClasses(
                resource,
                loader.loadClass("com.acme.greeting.Greeter"),
                loader.loadClass("com.acme.greeting.Configuration"));
    weld.setClassLoader(loader);
    ServiceLoader.load(Extension.class).stream()
        .filter(each -> each.type().getName().startsWith("org.glassfish.jersey"))
        .forEach(each -> weld.addExtension(each.get()));
    try (WeldContainer container = weld.initialize()) {
      assertThat(container.select(resource).isResolvable()).isTrue();
      HttpServer http =
          GrizzlyHttpServerFactory.createHttpServer(
              URI.create("http://127.0.0.1:0/"), new ResourceConfig(resource));
      try {
        int port = http.getListener("grizzly").getPort();

        assertThat(get(port, "Ann").body()).isEqualTo("\"Hello Ann\"");
      } finally {
        http.shutdownNow();
      }
    }
  }

  private static HttpResponse<String> get(int port, String name) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + port + "/greetings/" + name);
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .build()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
