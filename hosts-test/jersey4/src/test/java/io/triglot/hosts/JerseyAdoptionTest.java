package io.triglot.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.triglot.hosting.GrpcServer;
import io.triglot.hosting.jersey.JerseyResources;
import io.triglot.runtime.Api;
import io.triglot.runtime.Authenticator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Resources that Jersey makes with HK2, on REST and on gRPC. */
@Timeout(120)
class JerseyAdoptionTest {
  private static HttpServer http;
  private static GrpcServer grpc;
  private static ManagedChannel channel;

  @BeforeAll
  static void start() {
    JerseyResources resources = new JerseyResources();
    ResourceConfig rest =
        new ResourceConfig(TallyResource.class, SingleResource.class)
            .register(resources)
            .register(
                new AbstractBinder() {
                  @Override
                  protected void configure() {
                    bind(new Tally()).to(Tally.class);
                  }
                });
    http = GrizzlyHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/"), rest);
    Api.Builder api =
        Api.builder()
            .resource(TallyResource.class, resources.of(TallyResource.class))
            .resource(SingleResource.class, resources.of(SingleResource.class))
            .authenticator(Authenticator.anonymous());
    grpc = GrpcServer.builder(api).host("127.0.0.1").grpcPort(0).start();
    channel = NettyChannelBuilder.forAddress("127.0.0.1", grpc.port()).usePlaintext().build();
  }

  @AfterAll
  static void stop() {
    channel.shutdownNow();
    grpc.stop();
    http.shutdownNow();
  }

  @Test
  void callsAResourceOfItsOwnForEachCall() throws Exception {
    TallyResourceGrpcClient tally = TallyResourceGrpcClient.of(channel);

    assertThat(tally.visit("Ann")).isEqualTo("Ann 1 of 1");
    assertThat(rest("GET", "/tally/Bob")).isEqualTo("Bob 1 of 2");
    assertThat(tally.visit("Cid")).isEqualTo("Cid 1 of 3");
  }

  @Test
  void callsTheOneResourceOfASingleton() throws Exception {
    SingleResourceGrpcClient single = SingleResourceGrpcClient.of(channel);

    assertThat(single.next()).isEqualTo(1);
    assertThat(rest("POST", "/single")).isEqualTo("2");
    assertThat(single.next()).isEqualTo(3);
  }

  private static String rest(String method, String path) throws IOException, InterruptedException {
    int port = http.getListener("grizzly").getPort();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
