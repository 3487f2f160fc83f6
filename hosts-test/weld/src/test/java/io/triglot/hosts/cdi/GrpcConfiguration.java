package io.triglot.hosts.cdi;

import io.triglot.hosting.GrpcServer;
import io.triglot.runtime.Api;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** What an application adds to serve gRPC. */
@ApplicationScoped
class GrpcConfiguration {
  @Produces
  GrpcServer.Builder grpc(Greetings greetings) {
    return GrpcServer.builder(Api.builder().service(greetings)).host("127.0.0.1").grpcPort(0);
  }
}
