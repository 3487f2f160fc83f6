package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.triglot.runtime.rest.RestChannel;
import io.triglot.server.notes.ParcelService;
import io.triglot.server.notes.ParcelService.Filter;
import io.triglot.server.notes.ParcelService.Measure;
import io.triglot.server.notes.ParcelService.Pace;
import io.triglot.server.notes.ParcelService.Speed;
import io.triglot.server.notes.ParcelServiceGrpcClient;
import io.triglot.server.notes.ParcelServiceRestClient;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters in headers, cookies, forms, and under other names, on every protocol. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParametersTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final TriglotServer server =
      TriglotServer.builder()
          .service(new ParcelService())
          .host("127.0.0.1")
          .port(0)
          .grpcPort(0)
          .start();
  private final HttpClient http = TestHost.client(HttpClient.Version.HTTP_1_1);
  private final ManagedChannel channel =
      NettyChannelBuilder.forAddress("127.0.0.1", server.grpcPort()).usePlaintext().build();
  private final ParcelServiceGrpcClient rpcs = ParcelServiceGrpcClient.of(channel);
  private final ParcelServiceRestClient rest =
      ParcelServiceRestClient.of(RestChannel.to(server.uri()));

  @AfterAll
  void stop() {
    channel.shutdownNow();
    server.close();
  }

  @Test
  void readsWhatRestSaysInEveryPlace() throws Exception {
    assertThat(
            get("/parcels/7?as-of=2026-01-31", "X-Tenant", "acme", "Cookie", "a=b; measure=LARGE"))
        .isEqualTo("200 \"7 acme LARGE 2026-01-31\"");
    assertThat(get("/parcels/7", "X-Tenant", "acme")).isEqualTo("200 \"7 acme null null\"");
    assertThat(get("/parcels?max-weight=5", "X-Tenant", "acme")).isEqualTo("200 \"acme 5\"");
    assertThat(post("/parcels?dry-run=true", FORM, "to=Ann+B%C3%A9&tag=a&tag=b&weight=3"))
        .isEqualTo("200 \"Ann Bé [a, b] 3 Optional.empty true\"");
  }

  @Test
  void takesDefaultsForWhatIsNowhere() throws Exception {
    assertThat(post("/parcels/postage", FORM, "")).isEqualTo("200 \"1 acme SMALL Optional[5]\"");
    assertThat(
            post(
                "/parcels/postage",
                FORM,
                "weight=7",
                "X-Tenant",
                "other",
                "Cookie",
                "measure=LARGE",
                "X-Limit",
                "9"))
        .isEqualTo("200 \"7 other LARGE Optional[9]\"");
    assertThat(post("/graphql", "application/json", "{\"query\":\"mutation {postage}\"}"))
        .isEqualTo("200 {\"data\":{\"postage\":\"1 acme SMALL Optional[5]\"}}");
    assertThat(rpcs.postage(2, "other", Measure.LARGE, Optional.empty()))
        .isEqualTo("2 other LARGE Optional[5]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          X-Tenant |            | measure=LARGE | X-Tenant | is required; expected text
          X-Tenant | acme       | measure=HUGE  | measure  | expected one of SMALL, LARGE, got \\"HUGE\\"
          """)
  void namesWhatIsWrongInAHeader(
      String name, String value, String cookie, String field, String description) throws Exception {
    String answer =
        value == null
            ? get("/parcels/7", "Cookie", cookie)
            : get("/parcels/7", name, value, "Cookie", cookie);

    assertThat(answer)
        .startsWith("400 ")
        .contains("\"field\":\"" + field + "\"", "\"description\":\"" + description);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tag=a&weight=3      | to     | is required; expected text
          to=a&weight=x       | weight | expected a whole number from -2147483648 to 2147483647, got
          to=a&to=b&weight=1  | to     | is given 2 times; expected one value
          to=%zz&weight=1     | to     | expected percent-encoded UTF-8, got %zz
          """)
  void namesWhatIsWrongInAForm(String form, String field, String description) throws Exception {
    assertThat(post("/parcels?dry-run=true", FORM, form))
        .startsWith("400 ")
        .contains("\"field\":\"" + field + "\"", "\"description\":\"" + description);
  }

  @Test
  void takesNothingButAForm() throws Exception {
    assertThat(post("/parcels?dry-run=true", "application/json", "{\"to\":\"a\"}"))
        .startsWith("415 ")
        .contains("The content must be " + FORM);
  }

  @Test
  void readsHeadersOfGraphQlRequestsThatAreNoArguments() throws Exception {
    String query = "{\"query\":\"{parcel(id: \\\"7\\\", day: \\\"2026-01-31\\\")}\"}";

    assertThat(
            post(
                "/graphql",
                "application/json",
                query,
                "X-Tenant",
                "acme",
                "Cookie",
                "measure=SMALL"))
        .isEqualTo("200 {\"data\":{\"parcel\":\"7 acme SMALL 2026-01-31\"}}");
    assertThat(post("/graphql", "application/json", query))
        .contains("INVALID_ARGUMENT", "X-Tenant", "is required");
    assertThat(get("/schema.graphqls"))
        .contains("parcel(id: ID!, day: Date)", "maxWeight: Int")
        .doesNotContain("enant", "easure")
        .contains(
            "sendParcel(receiver: String!, tags: [String!]!, weight: Int!, dryRun: Boolean!)");
  }

  @Test
  void sendsEverythingByItsClients() {
    LocalDate day = LocalDate.of(2026, 1, 31);

    assertThat(rpcs.parcel("7", "acme", Measure.LARGE, day)).isEqualTo("7 acme LARGE 2026-01-31");
    assertThat(rest.parcel("7", "acme", Measure.LARGE, day)).isEqualTo("7 acme LARGE 2026-01-31");
    assertThat(rpcs.parcel("7", "acme", null, null)).isEqualTo("7 acme null null");
    assertThat(rest.parcel("7", "acme", null, null)).isEqualTo("7 acme null null");
    assertThat(rpcs.parcels(new Filter(5, "acme"))).isEqualTo("acme 5");
    assertThat(rest.parcels(new Filter(5, "acme"))).isEqualTo("acme 5");
    assertThat(rpcs.sendParcel("Ann & Bé", List.of("a", "b"), 3, Optional.of(4), true))
        .isEqualTo("Ann & Bé [a, b] 3 Optional[4] true");
    assertThat(rest.sendParcel("Ann & Bé", List.of("a", "b"), 3, Optional.of(4), true))
        .isEqualTo("Ann & Bé [a, b] 3 Optional[4] true");
  }

  @Test
  void hasEnumsByTheirNamesInJsonWhereverTheyAreText() throws Exception {
    assertThat(
            get(
                "/parcels/times/by-air?than=by-ship&or=by-air",
                "X-Speed",
                "by-sea",
                "Cookie",
                "speed=by-air"))
        .isEqualTo("200 \"AIR SEA AIR SEA [AIR]\"");
    assertThat(post("/parcels/fast", FORM, "speed=by-ship&or=by-air&or=by-sea"))
        .isEqualTo("200 \"SEA [AIR, SEA]\"");
    String query = "{\"query\":\"{getTravelTime(by: AIR, others: [SEA])}\"}";
    assertThat(
            post(
                "/graphql",
                "application/json",
                query,
                "X-Speed",
                "by-ship",
                "Cookie",
                "speed=by-air"))
        .isEqualTo("200 {\"data\":{\"getTravelTime\":\"AIR SEA AIR SEA [SEA]\"}}");
    assertThat(
            post(
                "/graphql",
                "application/json",
                "{\"query\":\"{pace}\"}",
                "X-Pace",
                "as-fast-as-it-goes"))
        .isEqualTo("200 {\"data\":{\"pace\":\"Optional[FAST]\"}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AIR            | by-air | by-air | by
          by-air         | AIR    | by-air | X-Speed
          by-air         | by-air | AIR    | speed
          by-air?than=SEA| by-air | by-air | than
          by-air?or=SEA  | by-air | by-air | or[0]
          """)
  void refusesEnumsByTheirNamesInJava(String target, String header, String cookie, String field)
      throws Exception {
    assertThat(get("/parcels/times/" + target, "X-Speed", header, "Cookie", "speed=" + cookie))
        .startsWith("400 ")
        .contains("\"field\":\"" + field + "\"", "expected one of by-air, by-sea, got");
  }

  @Test
  void sendsEnumsByTheirNamesInJson() {
    Set<Speed> others = Set.of(Speed.SEA);

    assertThat(rpcs.getTravelTime(Speed.AIR, Speed.SEA, Speed.AIR, Speed.SEA, others))
        .isEqualTo("AIR SEA AIR SEA [SEA]");
    assertThat(rest.getTravelTime(Speed.AIR, Speed.SEA, Speed.AIR, Speed.SEA, others))
        .isEqualTo("AIR SEA AIR SEA [SEA]");
    assertThat(rest.sendFast(Speed.AIR, List.of(Speed.SEA))).isEqualTo("AIR [SEA]");
    assertThat(rpcs.pace(Optional.of(Pace.FAST))).isEqualTo("Optional[FAST]");
    assertThat(rpcs.pace(Optional.empty())).isEqualTo("Optional.empty");
  }

  @Test
  void describesThemInOpenApi() throws Exception {
    assertThat(get("/openapi.json").replaceAll("\\s+", ""))
        .contains("{\"name\":\"X-Tenant\",\"in\":\"header\",\"required\":true")
        .contains("{\"name\":\"measure\",\"in\":\"cookie\",\"schema\":")
        .contains("{\"name\":\"as-of\",\"in\":\"query\"")
        .contains("{\"name\":\"dry-run\",\"in\":\"query\"")
        .contains("\"content\":{\"" + FORM + "\":{\"schema\":{\"type\":\"object\"");
  }

  private String get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.uri().resolve(path));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private String post(String path, String type, String content, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri().resolve(path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(content));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private String send(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    return answer.statusCode() + " " + answer.body();
  }
}
