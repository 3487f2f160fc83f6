package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.RetryInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.StatusProto;
import io.triglot.hosting.Limits;
import io.triglot.runtime.Caller;
import io.triglot.runtime.RateLimit;
import io.triglot.runtime.graphql.GraphQlLimit;
import io.triglot.runtime.graphql.GraphQlSettings;
import io.triglot.server.notes.NoteService;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a server refuses because it is too much: the same on three protocols. */
@Timeout(60)
class LimitsTest {
  private static final String QUERY = "{note(id:7){id}}";

  private final NoteService notes = new NoteService();
  private TriglotServer server;
  private NoteClient client;

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void theLimitsOfGraphQlHoldOnItsPathAndTheSchemaMayBeKeptBack() throws Exception {
    start(
        builder()
            .graphQl(GraphQlSettings.DEFAULTS.with(GraphQlLimit.DEPTH, 1).withoutIntrospection()));
    assertThat(client.graphQl(QUERY).body()).contains("\"reason\":\"GRAPHQL_LIMIT\"");
    assertThat(client.graphQl("{__typename}").body())
        .isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
    assertThat(client.get("/schema.graphqls").statusCode()).isEqualTo(404);
    assertThat(client.get("/").body()).doesNotContain("/schema.graphqls");
  }

  @Test
  void refusesCallsBeyondTheMostThatMayBeOpen() throws Exception {
    start(builder().limits(Limits.DEFAULTS.withMaxOpenCalls(1)));
    try (NoteClient.Socket socket = client.socket();
        InputStream open = client.sse("/note-changes")) {
      HttpResponse<String> rest = client.get("/notes/7");
      assertThat(rest.statusCode()).isEqualTo(503);
      assertThat(rest.headers().firstValue("retry-after")).hasValue("1");
      assertThat(rest.headers().firstValue("content-type")).hasValue("application/problem+json");
      assertThat(rest.body()).contains("\"code\":\"UNAVAILABLE\"", "\"reason\":\"OVERLOADED\"");

      HttpResponse<String> graphQl = client.graphQl(QUERY);
      assertThat(graphQl.statusCode()).isEqualTo(503);
      assertThat(graphQl.headers().firstValue("retry-after")).hasValue("1");
      assertThat(graphQl.body()).contains("\"code\":\"UNAVAILABLE\"", "OVERLOADED");

      socket.subscribe("1", QUERY);
      assertThat(socket.messages.take()).contains("\"type\":\"error\"", "OVERLOADED");

      assertRefused(Status.Code.UNAVAILABLE, 1);
      assertThat(open).isNotNull();
    }
    awaitCalls();
  }

  @Test
  void answersProbesAllTheSame() throws Exception {
    start(builder().limits(Limits.DEFAULTS.withMaxOpenCalls(1)));
    try (InputStream open = client.sse("/note-changes")) {
      assertThat(client.get("/health/ready").statusCode()).isEqualTo(200);
      assertThat(client.get("/health/live").statusCode()).isEqualTo(200);
      assertThat(
              HealthGrpc.newBlockingStub(client.channel())
                  .check(HealthCheckRequest.getDefaultInstance())
                  .getStatus())
          .isEqualTo(ServingStatus.SERVING);
      assertThat(open).isNotNull();
    }
  }

  @Test
  void countsStreamsOfEveryProtocol() throws Exception {
    start(builder().limits(Limits.DEFAULTS.withMaxOpenCalls(2)));
    try (NoteClient.Socket socket = client.socket()) {
      socket.subscribe("1", "subscription{noteChanges{id}}");
      client.rpcStream("NoteChanges");
      while (notes.subscribers() < 2) {
        Thread.onSpinWait();
      }

      assertThat(client.get("/notes/7").statusCode()).isEqualTo(503);

      socket.send("{\"id\":\"1\",\"type\":\"complete\"}");
      awaitCalls();
    }
  }

  @Test
  void givesSlotsBackWhateverBecomesOfACall() throws Exception {
    start(builder().limits(Limits.DEFAULTS.withMaxOpenCalls(1)));
    for (int i = 0; i < 20; i++) {
      assertThat(client.get("/nothing").statusCode()).isEqualTo(404);
      assertThat(client.get("/notes/7/next").statusCode()).isEqualTo(504);
      assertThat(client.graphQl("{").body()).contains("INVALID_ARGUMENT");
    }
    awaitCalls();
  }

  @Test
  void limitsTheRateOfAnAddress() throws Exception {
    start(builder().rateLimit(RateLimit.perAddress(3, Duration.ofHours(1))));

    assertThat(client.get("/notes/7").statusCode()).isEqualTo(200);
    assertThat(client.graphQl(QUERY).body()).contains("data");
    client.rpc("Note", "id", "7");

    assertRateLimited(1_200);
  }

  @Test
  void limitsTheRateOfACallerWhateverItsAddressAndProtocol() throws Exception {
    start(
        builder()
            .authenticator(
                request -> request.header("x-name").map(name -> new Caller(name, Set.of("writer"))))
            .rateLimit(RateLimit.perCaller(2, Duration.ofHours(1))));

    assertThat(client.get("/notes/7", "X-Name", "ann").statusCode()).isEqualTo(200);
    assertThat(client.graphQl(QUERY, "X-Name", "ann").body()).contains("data");
    assertThat(client.get("/notes/7", "X-Name", "ann").statusCode()).isEqualTo(429);
    assertThat(client.graphQl(QUERY, "X-Name", "ann").body()).contains("RATE_LIMITED");

    assertThat(client.get("/notes/7", "X-Name", "bob").statusCode()).isEqualTo(200);
    client.rpc("Note", "id", "7"); // anonymous, by address
    client.rpc("Note", "id", "7");
    assertRateLimited(1_800);
  }

  @Test
  void limitsHowOftenCredentialsAreGuessed() throws Exception {
    start(
        builder()
            .authenticator(
                request -> {
                  throw io.triglot.runtime.Failure.of(
                          io.triglot.runtime.StatusCode.UNAUTHENTICATED, "Wrong")
                      .asException();
                })
            .rateLimit(RateLimit.perAddress(2, Duration.ofHours(1))));

    assertThat(client.get("/notes/7").statusCode()).isEqualTo(401);
    assertThat(client.get("/notes/7").statusCode()).isEqualTo(401);
    assertThat(client.get("/notes/7").statusCode()).isEqualTo(429);
  }

  @Test
  void countsByWhatAProxySays() throws Exception {
    start(
        builder()
            .rateLimit(
                RateLimit.per(request -> request.header("x-client"), 1, Duration.ofHours(1))
                    .burst(2)));

    for (int i = 0; i < 3; i++) {
      assertThat(client.get("/notes/7", "X-Client", "a").statusCode()).isEqualTo(i < 2 ? 200 : 429);
      assertThat(client.get("/notes/7").statusCode()).isEqualTo(200);
    }
    assertThat(client.get("/notes/7", "X-Client", "b").statusCode()).isEqualTo(200);
  }

  private static TriglotServer.Builder builder() {
    return TriglotServer.builder().host("127.0.0.1").port(0).grpcPort(0);
  }

  private void start(TriglotServer.Builder builder) {
    server = builder.service(notes).start();
    client = new NoteClient(server);
  }

  private void assertRateLimited(int seconds) throws Exception {
    HttpResponse<String> rest = client.get("/notes/7");
    assertThat(rest.statusCode()).isEqualTo(429);
    assertThat(rest.headers().firstValueAsLong("retry-after").orElseThrow())
        .isBetween(seconds - 60L, seconds + 1L);
    assertThat(rest.body()).contains("\"code\":\"RESOURCE_EXHAUSTED\"", "RATE_LIMITED");
    assertThat(client.graphQl(QUERY).body())
        .contains("\"code\":\"RESOURCE_EXHAUSTED\"", "RATE_LIMITED", "retryAfter");
    assertRefused(Status.Code.RESOURCE_EXHAUSTED, seconds);
  }

  private void assertRefused(Status.Code code, int seconds) throws InvalidProtocolBufferException {
    StatusRuntimeException refusal =
        catchThrowableOfType(StatusRuntimeException.class, () -> client.rpc("Note", "id", "7"));
    assertThat(refusal.getStatus().getCode()).isEqualTo(code);
    Optional<Any> retry =
        Objects.requireNonNull(StatusProto.fromThrowable(refusal)).getDetailsList().stream()
            .filter(detail -> detail.is(RetryInfo.class))
            .findFirst();
    assertThat(retry.orElseThrow().unpack(RetryInfo.class).getRetryDelay().getSeconds())
        .isBetween(Math.max(1, seconds - 60L), seconds + 1L);
  }

  /** A slot is free again as soon as the server has noticed that its call is over. */
  private void awaitCalls() throws Exception {
    while (client.get("/notes/7").statusCode() != 200) {
      Thread.onSpinWait();
    }
  }
}
