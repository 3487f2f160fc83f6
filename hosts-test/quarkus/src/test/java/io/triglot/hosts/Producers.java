package io.triglot.hosts;

import io.triglot.processor.backend.rest.HostedApi;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What an application of CDI says about an API: its services and its calls are beans. */
final class Producers {
  private static final String LIMITS =
      """
      package com.acme.application;

      import io.triglot.runtime.rest.JaxRsExchange;
      import jakarta.ws.rs.core.Feature;
      import jakarta.ws.rs.core.FeatureContext;
      import jakarta.ws.rs.ext.Provider;

      @Provider
      public class Limits implements Feature {
        @Override
        public boolean configure(FeatureContext context) {
          context.property(JaxRsExchange.MAX_BODY_BYTES, %d);
          context.property(JaxRsExchange.MAX_UPLOAD_BYTES, %d);
          return true;
        }
      }
      """;

  /** Quarkus calls methods that return a stage where nothing may block, unless it is told. */
  private static final String APPLICATION =
      """
      package com.acme.application;

      import io.smallrye.common.annotation.Blocking;
      import jakarta.ws.rs.ApplicationPath;
      import jakarta.ws.rs.core.Application;

      @Blocking
      @ApplicationPath("/")
      public class Shop extends Application {}
      """;

  private static final String ALLOW =
      """
      package com.acme.application;

      import io.triglot.runtime.Api;
      import io.triglot.runtime.rest.AllowFilter;
      import io.triglot.runtime.rest.RestEndpoint;
      import jakarta.inject.Inject;
      import jakarta.ws.rs.ext.Provider;

      @Provider
      public class Allow extends AllowFilter {
        @Inject
        Allow(Api api) {
          super(RestEndpoint.of(api));
        }
      }
      """;

  private static final String GRAPHQL =
      """
      package com.acme.application;

      import io.triglot.runtime.Api;
      import io.triglot.runtime.graphql.GraphQlEndpoint;
      import io.triglot.runtime.graphql.GraphQlResource;
      import jakarta.inject.Inject;
      import jakarta.ws.rs.Path;

      @Path("graphql")
      public class GraphQl extends GraphQlResource {
        @Inject
        GraphQl(Api api) {
          super(GraphQlEndpoint.of(api, new %s().get()));
        }
      }
      """;

  private Producers() {}

  /** The API with a class that produces them. */
  static HostedApi with(HostedApi api, int maxBodyBytes, int maxUploadBytes) {
    List<String> sources = new ArrayList<>(api.sources());
    sources.add(source(api));
    sources.add(APPLICATION);
    sources.add(LIMITS.formatted(maxBodyBytes, maxUploadBytes));
    sources.add(ALLOW);
    api.graphQl()
        .ifPresent(settings -> sources.add(GRAPHQL.formatted(settings.getCanonicalName())));
    List<String> options = new ArrayList<>(api.options());
    options.add("-Atriglot.componentModel=jakarta");
    return new HostedApi(sources, options, api.services(), api.authenticator(), api.graphQl());
  }

  private static String source(HostedApi api) {
    String authenticator =
        api.authenticator()
            .map(type -> ".authenticator(new " + type.getCanonicalName() + "())")
            .orElse("");
    return """
        package com.acme.application;

        import io.triglot.runtime.Api;
        import io.triglot.runtime.Calls;
        import jakarta.enterprise.context.ApplicationScoped;
        import jakarta.enterprise.inject.Produces;
        import jakarta.inject.Singleton;

        @ApplicationScoped
        public class Configuration {
          %s

          @Produces
          @Singleton
          Api api(%s) {
            return Api.builder()%s%s.build();
          }

          @Produces
          @Singleton
          Calls calls(Api api) {
            return api.calls();
          }
        }
        """
        .formatted(
            each(api, "@Produces @Singleton %1$s make%2$s() { return new %1$s(); }", "\n\n"),
            each(api, "%1$s service%2$s", ", "),
            each(api, ".service(service%2$s)", ""),
            authenticator);
  }

  private static String each(HostedApi api, String format, String separator) {
    List<String> services = api.services();
    return services.stream()
        .map(service -> format.formatted(service, services.indexOf(service)))
        .collect(Collectors.joining(separator));
  }
}
