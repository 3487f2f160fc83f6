package io.triglot.hosts.cdi;

import io.triglot.hosting.GrpcServer;
import io.triglot.hosting.cdi.CdiResources;
import io.triglot.runtime.Api;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Optional;
import java.util.Set;

/** What an application adds to serve gRPC. */
@ApplicationScoped
class GrpcConfiguration {
  @Produces
  GrpcServer.Builder grpc(Greetings greetings, CdiResources resources) {
    Api.Builder api =
        Api.builder()
            .service(greetings)
            .resource(VisitResource.class, resources.of(VisitResource.class))
            .resource(CounterResource.class, resources.of(CounterResource.class))
            .authenticator(GrpcConfiguration::caller);
    return GrpcServer.builder(api).host("127.0.0.1").grpcPort(0);
  }

  static Optional<Caller> caller(CallRequest request) {
    return request
        .header("authorization")
        .filter(TokenFilter.TOKEN::equals)
        .map(token -> new Caller("ann", Set.of()));
  }
}
