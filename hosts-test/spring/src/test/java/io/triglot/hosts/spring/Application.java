package io.triglot.hosts.spring;

import io.triglot.hosting.GrpcServer;
import io.triglot.hosting.jersey.JerseyResources;
import io.triglot.hosting.spring.GrpcLifecycle;
import io.triglot.hosting.spring.SpringResources;
import io.triglot.runtime.Api;
import io.triglot.runtime.Authenticator;
import org.glassfish.jersey.server.ResourceConfig;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/** An application of Spring Boot; the second bean is what it adds to serve gRPC. */
@SpringBootApplication
class Application {
  private final JerseyResources jersey = new JerseyResources();

  @Bean
  ResourceConfig rest() {
    return new ResourceConfig(
            GreetingResource.class,
            VisitResource.class,
            RequestResource.class,
            PlaceResource.class,
            WhereResource.class)
        .register(jersey);
  }

  @Bean
  GrpcLifecycle grpc(Greetings greetings, ApplicationContext context) {
    SpringResources resources = new SpringResources(context);
    Api.Builder api =
        Api.builder()
            .service(greetings)
            .resource(VisitResource.class, resources.of(VisitResource.class))
            .resource(RequestResource.class, resources.of(RequestResource.class))
            .resource(WhereResource.class, resources.around(jersey.of(WhereResource.class)))
            .resource(PlaceResource.class, resources.around(jersey.of(PlaceResource.class)))
            .authenticator(Authenticator.anonymous());
    return new GrpcLifecycle(GrpcServer.builder(api).host("127.0.0.1").grpcPort(0));
  }
}
