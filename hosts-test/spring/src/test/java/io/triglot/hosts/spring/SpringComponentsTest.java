package io.triglot.hosts.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.io.DefaultResourceLoader;

/** Generated resources that Spring finds. */
@Timeout(120)
class SpringComponentsTest {
  private static final String SERVICE =
      """
      package com.acme.greeting;

      import io.triglot.ApiOperation;
      import io.triglot.ApiService;
      import io.triglot.runtime.Protocol;
      import jakarta.validation.constraints.Size;
      import org.springframework.stereotype.Service;

      @Service
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
      import org.springframework.context.annotation.Bean;
      import org.springframework.context.annotation.Configuration;

      @Configuration
      public class Greetings {
        @Bean
        Calls calls(Greeter greeter) {
          return Api.of(greeter).calls();
        }
      }
      """;

  @Test
  void areMadeByTheContainer(@TempDir java.nio.file.Path directory) throws Exception {
    Compilation compilation =
        TestCompiler.javac(directory)
            .with("-Atriglot.componentModel=spring")
            .compile(SERVICE, CALLS)
            .requireSuccess();
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Boot.class)
            .resourceLoader(new DefaultResourceLoader(compilation.loader()))
            .run("--server.port=0", "--server.address=127.0.0.1")) {
      String port = context.getEnvironment().getRequiredProperty("local.server.port");

      assertThat(get(port, "Ann").body()).isEqualTo("\"Hello Ann\"");
      assertThat(get(port, "Annabella").statusCode()).isEqualTo(400);
    }
  }

  private static HttpResponse<String> get(String port, String name) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + port + "/greetings/" + name);
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .build()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  /** No configuration that others find, which look for theirs in this package. */
  @EnableAutoConfiguration
  @ComponentScan("com.acme.greeting")
  static class Boot {
    @Bean
    ResourceConfig rest(ApplicationContext context) {
      ResourceConfig config = new ResourceConfig();
      context.getBeansWithAnnotation(Path.class).values().forEach(config::register);
      return config;
    }
  }
}
