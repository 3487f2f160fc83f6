package io.triglot.hosts.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.triglot.hosting.GrpcServer;
import io.triglot.hosting.spring.GrpcLifecycle;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Beans of Spring that serve REST in Jersey, and gRPC as adopted resources. */
@Timeout(120)
class SpringAdoptionTest {
  private static ConfigurableApplicationContext context;

  @BeforeAll
  static void start() {
    context =
        SpringApplication.run(Application.class, "--server.port=0", "--server.address=127.0.0.1");
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @Test
  void callsBeansInTheRequestScopeOfTheCall() throws Exception {
    ManagedChannel channel = channel(context.getBean(GrpcLifecycle.class).server());
    try {
      VisitResourceGrpcClient visits = VisitResourceGrpcClient.of(channel);
      int left = Visitor.LEFT.get();

      assertThat(visits.visit("Ann")).isEqualTo("Ann 1");
      assertThat(Visitor.LEFT).hasValue(left + 1);
      assertThat(overRest("/visits/Bob")).isEqualTo("Bob 1");
      assertThat(visits.visit("Cid")).isEqualTo("Cid 1");
    } finally {
      channel.shutdownNow();
    }
  }

  @Test
  void callsAResourceOfItsOwnForEachCall() throws Exception {
    ManagedChannel channel = channel(context.getBean(GrpcLifecycle.class).server());
    try {
      RequestResourceGrpcClient requests = RequestResourceGrpcClient.of(channel);

      assertThat(requests.next()).isEqualTo(1);
      assertThat(overRest("/request")).isEqualTo("1");
      assertThat(requests.next()).isEqualTo(1);
    } finally {
      channel.shutdownNow();
    }
  }

  @Test
  void injectsWhatJerseyInjectsIntoBeans() throws Exception {
    ManagedChannel channel = channel(context.getBean(GrpcLifecycle.class).server());
    try {
      PlaceResourceGrpcClient places = PlaceResourceGrpcClient.of(channel);

      assertThat(places.visit("Ann", "x"))
          .isEqualTo(overRest("/places/x/Ann"))
          .isEqualTo("Ann 1 x places/x/Ann");
      assertThat(places.visit("Bob", "y")).isEqualTo("Bob 1 y places/y/Bob");
    } finally {
      channel.shutdownNow();
    }
  }

  @Test
  void injectsOfEachCallIntoTheOneBeanBehindItsInterceptor() throws Exception {
    ManagedChannel channel = channel(context.getBean(GrpcLifecycle.class).server());
    try {
      WhereResourceGrpcClient where = WhereResourceGrpcClient.of(channel);

      assertThat(where.where("x"))
          .isEqualTo(overRest("/where/x"))
          .isEqualTo("Announcing x where/x");
      assertThat(where.where("y")).isEqualTo("Announcing y where/y");
    } finally {
      channel.shutdownNow();
    }
  }

  private static ManagedChannel channel(GrpcServer server) {
    return NettyChannelBuilder.forAddress("127.0.0.1", server.port()).usePlaintext().build();
  }

  private static String overRest(String path) throws IOException, InterruptedException {
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
