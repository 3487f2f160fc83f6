package io.triglot.hosts.spring;

import io.triglot.hosting.GrpcServer;
import io.triglot.hosting.spring.GrpcLifecycle;
import io.triglot.runtime.Api;
import org.glassfish.jersey.server.ResourceConfig;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** An application of Spring Boot; the second bean is what it adds to serve gRPC. */
@SpringBootApplication
class Application {
  @Bean
  ResourceConfig rest() {
    return new ResourceConfig(GreetingResource.class);
  }

  @Bean
  GrpcLifecycle grpc(Greetings greetings) {
    return new GrpcLifecycle(
        GrpcServer.builder(Api.builder().service(greetings)).host("127.0.0.1").grpcPort(0));
  }
}
