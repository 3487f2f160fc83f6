package io.triglot.hosts.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.triglot.hosting.GrpcServer;
import io.triglot.hosting.cdi.CdiResources;
import io.triglot.hosting.cdi.GrpcLifecycle;
import io.triglot.hosting.jersey.JerseyResources;
import io.triglot.runtime.Api;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Beans of CDI that serve REST in Jersey, and gRPC as adopted resources. */
@Timeout(120)
class CdiAdoptionTest {
  private static WeldContainer container;
  private static HttpServer http;
  private static ManagedChannel channel;
  private static JerseyResources jersey;

  @BeforeAll
  static void start() {
    container = new Weld().initialize();
    jersey = new JerseyResources();
    http =
        GrizzlyHttpServerFactory.createHttpServer(
            URI.create("http://127.0.0.1:0/"),
            new ResourceConfig(
                    VisitResource.class,
                    CounterResource.class,
                    PlaceResource.class,
                    WhereResource.class,
                    TokenFilter.class)
                .register(jersey));
    channel = channel(container.select(GrpcLifecycle.class).get().server().orElseThrow());
  }

  @AfterAll
  static void stop() {
    channel.shutdownNow();
    http.shutdownNow();
    container.shutdown();
  }

  @Test
  void callsAResourceOfItsOwnInARequestScopeThroughItsInterceptors() throws Exception {
    VisitorBook book = container.select(VisitorBook.class).get();
    VisitResourceGrpcClient visits = VisitResourceGrpcClient.of(signedIn(channel));

    assertThat(visits.visit("Ann")).isEqualTo("Announcing Ann 1");
    book.awaitLeaving();
    assertThat(visits.visit("Bob")).isEqualTo("Announcing Bob 1");
    book.awaitLeaving();
    assertThat(rest("GET", "/visits/Cid", TokenFilter.TOKEN).body()).isEqualTo("Announcing Cid 1");
  }

  @Test
  void callsTheOneResourceOfTheApplication() throws Exception {
    CounterResourceGrpcClient counter = CounterResourceGrpcClient.of(signedIn(channel));

    int first = counter.next();
    assertThat(rest("POST", "/counter", "").body()).isEqualTo(String.valueOf(first + 1));
    assertThat(counter.next()).isEqualTo(first + 2);
  }

  @Test
  void injectsWhatJerseyInjectsIntoBeans() throws Exception {
    CdiResources resources = container.select(CdiResources.class).get();
    Api.Builder api =
        Api.builder()
            .resource(PlaceResource.class, resources.around(jersey.of(PlaceResource.class)))
            .resource(WhereResource.class, resources.around(jersey.of(WhereResource.class)))
            .authenticator(GrpcConfiguration::caller);
    try (GrpcServer server = GrpcServer.builder(api).host("127.0.0.1").grpcPort(0).start()) {
      ManagedChannel other = channel(server);
      try {
        PlaceResourceGrpcClient places = PlaceResourceGrpcClient.of(signedIn(other));
        assertThat(places.visit("Ann", "x"))
            .isEqualTo(rest("GET", "/places/x/Ann", "").body())
            .isEqualTo("Announcing Ann x places/x/Ann");
        assertThat(places.visit("Bob", "y")).isEqualTo("Announcing Bob y places/y/Bob");
        WhereResourceGrpcClient where = WhereResourceGrpcClient.of(signedIn(other));
        assertThat(where.where("x"))
            .isEqualTo(rest("GET", "/where/x", "").body())
            .isEqualTo("Announcing x where/x");
        assertThat(where.where("y")).isEqualTo("Announcing y where/y");
      } finally {
        other.shutdownNow();
      }
    }
  }

  @Test
  void opensNoDoorBesideTheFilterOfRest() throws Exception {
    assertThat(rest("GET", "/visits/Ann", "").statusCode()).isEqualTo(401);

    assertRefused(channel);
    assertThat(VisitResourceGrpcClient.of(signedIn(channel)).visit("Ann"))
        .isEqualTo("Announcing Ann 1");
  }

  @Test
  void letsNobodyInBeforeItIsSaidHowCallersAreKnown() {
    CdiResources resources = container.select(CdiResources.class).get();
    Api.Builder unsaid =
        Api.builder().resource(VisitResource.class, resources.of(VisitResource.class));
    try (GrpcServer server = GrpcServer.builder(unsaid).host("127.0.0.1").grpcPort(0).start()) {
      ManagedChannel other = channel(server);
      try {
        assertRefused(other);
        assertRefused(signedIn(other));
      } finally {
        other.shutdownNow();
      }
    }
  }

  @Test
  void saysWhichBeanThereIsNot() {
    CdiResources resources = container.select(CdiResources.class).get();

    assertThatThrownBy(() -> resources.of(TokenFilter.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no bean of io.triglot.hosts.cdi.TokenFilter");
  }

  private static void assertRefused(Channel caller) {
    assertThatThrownBy(() -> VisitResourceGrpcClient.of(caller).visit("Ann"))
        .hasMessageContaining("UNAUTHENTICATED");
  }

  private static ManagedChannel channel(GrpcServer server) {
    return NettyChannelBuilder.forAddress("127.0.0.1", server.port()).usePlaintext().build();
  }

  private static Channel signedIn(Channel anonymous) {
    Metadata headers = new Metadata();
    headers.put(
        Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), TokenFilter.TOKEN);
    return ClientInterceptors.intercept(
        anonymous, MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  private static HttpResponse<String> rest(String method, String path, String token)
      throws IOException, InterruptedException {
    int port = http.getListeners().iterator().next().getPort();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (!token.isEmpty()) {
      request.header("Authorization", token);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}
