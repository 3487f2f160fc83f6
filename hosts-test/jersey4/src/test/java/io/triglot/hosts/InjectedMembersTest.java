package io.triglot.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.triglot.hosting.GrpcServer;
import io.triglot.hosting.jersey.JerseyResources;
import io.triglot.runtime.Api;
import io.triglot.runtime.Authenticator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Resources that Jersey injects something of a request into, on REST and on gRPC. */
@Timeout(120)
class InjectedMembersTest {
  private static HttpServer http;
  private static GrpcServer grpc;
  private static ManagedChannel channel;
  private static TenantResourceGrpcClient tenants;
  private static WhereResourceGrpcClient where;

  @BeforeAll
  static void start() {
    JerseyResources resources = new JerseyResources();
    ResourceConfig rest =
        new ResourceConfig(TenantResource.class, WhereResource.class)
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
            .resource(TenantResource.class, resources.of(TenantResource.class))
            .resource(WhereResource.class, resources.of(WhereResource.class))
            .authenticator(Authenticator.anonymous());
    grpc = GrpcServer.builder(api).host("127.0.0.1").grpcPort(0).start();
    channel = NettyChannelBuilder.forAddress("127.0.0.1", grpc.port()).usePlaintext().build();
    Metadata headers = new Metadata();
    headers.put(Metadata.Key.of("x-trace", Metadata.ASCII_STRING_MARSHALLER), "t-1");
    Channel traced =
        ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(headers));
    tenants = TenantResourceGrpcClient.of(traced);
    where = WhereResourceGrpcClient.of(traced);
  }

  @AfterAll
  static void stop() {
    channel.shutdownNow();
    grpc.stop();
    http.shutdownNow();
  }

  @Test
  void injectsTheSameAsOnRest() throws Exception {
    assertThat(
            tenants.describe(
                7,
                Optional.of("9"),
                "acme",
                List.of("a", "b c"),
                2,
                TenantResource.Order.DATE,
                "s/1"))
        .isEqualTo(rest("/tenants/acme/7?limit=9&tags=a&tags=b%20c&page=2&order=DATE&region=s/1"))
        .startsWith("acme s/1 7 9 9 [a, b c] 2 DATE t-1 tenants/acme/7 7 9 t-1 GET");
  }

  @Test
  void fillsInDefaultsAsOnRest() throws Exception {
    assertThat(tenants.describe(7, Optional.empty(), "acme", List.of(), null, null, null))
        .isEqualTo(rest("/tenants/acme/7"))
        .startsWith("acme north 7 5 - [] 1 null");
    assertThat(tenants.name("acme", null, List.of(), null, null, null))
        .isEqualTo(rest("/tenants/acme"))
        .isEqualTo("acmenull");
  }

  @Test
  void findsNothingWhereThePathDoesNotMatch() {
    assertThatThrownBy(() -> tenants.name("ACME", null, List.of(), null, null, null))
        .hasMessageContaining("NOT_FOUND");
    assertThatThrownBy(() -> tenants.name("..", null, List.of(), null, null, null))
        .hasMessageContaining("NOT_FOUND");
  }

  @Test
  void tellsASharedResourceWhichCallItServes() throws Exception {
    assertThat(where.where("a b")).isEqualTo(rest("/where/a%20b")).isEqualTo("a b where/a b true");
    ExecutorService callers = Executors.newFixedThreadPool(8);
    try {
      List<Callable<String>> calls =
          IntStream.range(0, 200)
              .<Callable<String>>mapToObj(i -> () -> where.where("p" + i))
              .toList();
      List<Future<String>> answers = callers.invokeAll(calls);
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get()).isEqualTo("p" + i + " where/p" + i + " true");
      }
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void refusesProvidersWithoutARequest() {
    assertThatThrownBy(() -> Api.builder().service(new TenantResource("north")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("TenantResource.tenant (@PathParam)")
        .hasMessageContaining("JerseyResources");
  }

  private static String rest(String path) throws IOException, InterruptedException {
    int port = http.getListener("grizzly").getPort();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("x-trace", "t-1")
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
