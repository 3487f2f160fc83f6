package io.triglot.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.triglot.hosting.GrpcServer;
import io.triglot.hosting.jersey.JerseyResources;
import io.triglot.hosts.ParcelResource.Code;
import io.triglot.hosts.ParcelResource.Parcel;
import io.triglot.hosts.ParcelResource.Size;
import io.triglot.runtime.Api;
import io.triglot.runtime.Authenticator;
import io.triglot.runtime.RemoteCallException;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.adoption.ExceptionMappers;
import io.triglot.runtime.parity.Comparison;
import io.triglot.runtime.parity.ParityCheck;
import io.triglot.runtime.rest.EntityFormat;
import io.triglot.runtime.rest.RestChannel;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The two clients of a resource that was adopted, against the resource itself in Jersey. */
@Timeout(120)
class ResourceClientsTest {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build();

  private static HttpServer http;
  private static GrpcServer grpc;
  private static ManagedChannel channel;
  private static ParcelResourceApi byRest;
  private static ParcelResourceApi byGrpc;

  /** What the application makes of an exception that JAX-RS does not know. */
  public static final class ArgumentMapper implements ExceptionMapper<IllegalArgumentException> {
    @Override
    public Response toResponse(IllegalArgumentException failure) {
      return Response.status(404)
          .type(MediaType.APPLICATION_JSON)
          .entity(Map.of("error", failure.getMessage(), "code", 17))
          .build();
    }
  }

  /** How the container writes JSON. */
  public static final class Settings implements ContextResolver<ObjectMapper> {
    @Override
    public ObjectMapper getContext(Class<?> type) {
      return MAPPER;
    }
  }

  @BeforeAll
  static void start() {
    JerseyResources resources = new JerseyResources();
    ResourceConfig rest =
        new ResourceConfig(ParcelResource.class, ArgumentMapper.class, Settings.class)
            .register(JacksonFeature.class)
            .register(resources);
    http = GrizzlyHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/api/"), rest);
    Api.Builder api =
        Api.builder()
            .resource(ParcelResource.class, resources.of(ParcelResource.class))
            .exceptionMappers(ExceptionMappers.of(new ArgumentMapper()))
            .authenticator(Authenticator.anonymous());
    grpc = GrpcServer.builder(api).host("127.0.0.1").grpcPort(0).start();
    channel = NettyChannelBuilder.forAddress("127.0.0.1", grpc.port()).usePlaintext().build();
    int port = http.getListener("grizzly").getPort();
    byRest =
        ParcelResourceRestClient.of(
            RestChannel.builder(URI.create("http://127.0.0.1:" + port + "/api"))
                .entityFormat(EntityFormat.of(MAPPER))
                .build());
    byGrpc = ParcelResourceGrpcClient.of(channel);
  }

  @AfterAll
  static void stop() {
    channel.shutdownNow();
    grpc.stop();
    http.shutdownNow();
  }

  static Stream<Function<ParcelResourceApi, Object>> calls() {
    return Stream.of(
        parcels -> parcels.parcels("a b", List.of("x&y", "ü/"), 5, Size.LARGE, "light;blue"),
        parcels -> parcels.parcels("a", List.of("x"), null, null, null),
        parcels -> parcels.parcels("a", List.of(), 1, Size.SMALL, ""),
        parcels -> parcels.parcel("a", new Code("7"), "acme", 9, "s-1", "dark"),
        parcels -> parcels.parcel("ä b", new Code("7"), null, null, null, null),
        parcels -> parcels.file("a", "one/two three/4%.txt"),
        parcels -> parcels.create("a", parcel("new", "2.50")),
        parcels -> parcels.note("a", "two words & more", List.of("1", "2"), 2),
        parcels -> parcels.note("a", null, List.of(), null),
        parcels -> parcels.label("a", "€ label"),
        parcels -> parcels.later("a", true).toCompletableFuture().join());
  }

  @ParameterizedTest
  @MethodSource("calls")
  void answerTheSame(Function<ParcelResourceApi, Object> call) {
    assertThat(call.apply(byRest)).isNotNull().isEqualTo(call.apply(byGrpc));
  }

  @Test
  void sendWhatTheResourceTakes() {
    assertThat(byRest.parcel("a", new Code("7"), "acme", 9, "s-1", "dark").notes())
        .containsExactly("acme", "9", "s-1", "dark");
    assertThat(byRest.parcels("a", List.of("x"), null, Size.LARGE, "light;blue").get(0).notes())
        .containsExactly("x", "20", "LARGE", "light;blue");
    assertThat(byRest.file("a", "one/two three/4%.txt")).isEqualTo("a/one/two three/4%.txt ä €");
  }

  @ParameterizedTest
  @CsvSource({
    "entity, ABORTED, Taken, by",
    "status, INVALID_ARGUMENT, Bad Request, httpStatus",
    "busy, UNAVAILABLE, Service Unavailable, retryAfter",
    "mapped, NOT_FOUND, mapped, code"
  })
  void throwTheSame(String how, StatusCode code, String message, String detail) {
    RemoteCallException rest = failure(byRest, each -> each.failing("a", how));

    assertThat(rest.failure().code()).isEqualTo(code);
    assertThat(rest.failure().message()).isEqualTo(message);
    assertThat(rest.failure().details()).containsKey(detail);
    assertThat(rest.failure()).isEqualTo(failure(byGrpc, each -> each.failing("a", how)).failure());
  }

  @Test
  void throwTheSameWhereNothingIsGiven() {
    for (ParcelResourceApi each : List.of(byRest, byGrpc)) {
      each.remove("a", "there");
      assertThat(failure(each, parcels -> remove(parcels, "gone")).failure().code())
          .isEqualTo(StatusCode.NOT_FOUND);
      assertThat(failure(each, parcels -> parcels.failing("a", "bug")).failure().code())
          .isEqualTo(StatusCode.INTERNAL);
      assertThat(
              failure(each, parcels -> parcels.create("a", parcel("new", "0"))).failure().details())
          .containsEntry("error", "Too light")
          .containsEntry("least", "1");
    }
  }

  @Test
  void failTheirStagesTheSame() {
    for (ParcelResourceApi each : List.of(byRest, byGrpc)) {
      CompletionException late =
          catchThrowableOfType(
              CompletionException.class, () -> each.later("a", false).toCompletableFuture().join());
      assertThat(late.getCause())
          .isInstanceOfSatisfying(
              RemoteCallException.class,
              failure -> assertThat(failure.failure().message()).isEqualTo("later"));
    }
  }

  @Test
  void areComparedWithoutSayingWhatIsSafe() throws Exception {
    BlockingQueue<Comparison> reports = new LinkedBlockingQueue<>();
    ParcelResourceApi both =
        ParityCheck.of(ParcelResourceApi.class, byRest, byGrpc)
            .share(1)
            .observer(reports::add)
            .build();

    both.create("a", parcel("new", "1"));
    both.file("a", "b");
    assertReport(reports, "ParcelResource.file SAME []");
    failure(both, each -> each.failing("a", "entity"));
    assertReport(reports, "ParcelResource.failing SAME []");
    both.parcels("a", List.of("x"), null, null, null);
    assertReport(reports, "ParcelResource.parcels SAME []");
  }

  @Test
  void leaveOutWhatCannotBeSaid() {
    assertThat(ParcelResourceGrpcClient.class.getMethods())
        .extracting(java.lang.reflect.Method::getName)
        .contains("events", "parcel")
        .doesNotContain("page");
    assertThat(ParcelResourceRestClient.class.getMethods())
        .extracting(java.lang.reflect.Method::getName)
        .contains("parcel")
        .doesNotContain("events", "page");
  }

  private static Object remove(ParcelResourceApi parcels, String id) {
    parcels.remove("a", id);
    return id;
  }

  private static Parcel parcel(String id, String weight) {
    return new Parcel(id, new BigDecimal(weight), LocalDate.of(2026, 2, 1), List.of("n"));
  }

  private static RemoteCallException failure(
      ParcelResourceApi parcels, Function<ParcelResourceApi, Object> call) {
    return catchThrowableOfType(RemoteCallException.class, () -> call.apply(parcels));
  }

  private static void assertReport(BlockingQueue<Comparison> reports, String expected)
      throws InterruptedException {
    Comparison report = reports.poll(60, TimeUnit.SECONDS);
    assertThat(report.operation() + " " + report.verdict() + " " + report.differences())
        .isEqualTo(expected);
  }
}
