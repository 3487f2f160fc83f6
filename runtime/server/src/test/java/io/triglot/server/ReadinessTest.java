package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.triglot.server.notes.NoteService;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What probes are told, on both ports. */
@Timeout(60)
class ReadinessTest {
  private final TriglotServer.Builder builder =
      TriglotServer.builder().service(new NoteService()).host("127.0.0.1").port(0).grpcPort(0);
  private TriglotServer server;
  private NoteClient client;

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void followsItsChecks() throws Exception {
    AtomicBoolean database = new AtomicBoolean();
    start(builder.readiness("database", database::get).readiness("cache", () -> true));
    await(503, "{\"status\":\"DOWN\",\"checks\":{\"cache\":\"UP\",\"database\":\"DOWN\"}}");
    await(ServingStatus.NOT_SERVING);
    assertThat(client.get("/notes/7").statusCode()).isEqualTo(200);
    assertThat(client.get("/health/live").statusCode()).isEqualTo(200);

    database.set(true);
    await(200, "{\"status\":\"UP\",\"checks\":{\"cache\":\"UP\",\"database\":\"UP\"}}");
    await(ServingStatus.SERVING);
  }

  @Test
  void isNotReadyWhereACheckFailsOrHangs() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger runs = new AtomicInteger();
    start(
        builder
            .readiness(
                "broken",
                () -> {
                  throw new IOException("no connection");
                })
            .readiness(
                "hung",
                () -> {
                  runs.incrementAndGet();
                  never.await();
                  return true;
                }));

    assertThat(client.get("/health/ready").body())
        .isEqualTo("{\"status\":\"DOWN\",\"checks\":{\"broken\":\"DOWN\",\"hung\":\"DOWN\"}}");
    assertThat(health()).isEqualTo(ServingStatus.NOT_SERVING);
    never.countDown();
    await(503, "{\"status\":\"DOWN\",\"checks\":{\"broken\":\"DOWN\",\"hung\":\"UP\"}}");
    assertThat(runs).hasValue(1);
  }

  @Test
  void endsBeforeAnythingElseWhenTheServerStops() throws Exception {
    start(builder.noticeTime(Duration.ofMinutes(5)));
    assertThat(client.get("/health/ready").statusCode()).isEqualTo(200);

    Thread stopping = new Thread(server::stop);
    stopping.start();
    await(503, "{\"status\":\"DOWN\"}");
    await(ServingStatus.NOT_SERVING);

    try (NoteClient newcomer = new NoteClient(server)) {
      assertThat(newcomer.get("/notes/7").statusCode()).isEqualTo(200);
      newcomer.rpc("Note", "id", "7");
    }
    stopping.interrupt();
    stopping.join();
    assertThatThrownBy(() -> new NoteClient(server).get("/notes/7"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void refusesNamesThatAreNone() {
    start(builder);
    assertThatThrownBy(() -> builder.readiness("a\"b", () -> true))
        .isInstanceOf(IllegalArgumentException.class);
    builder.readiness("database", () -> true);
    assertThatThrownBy(() -> builder.readiness("database", () -> true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two readiness checks named database");
  }

  private void start(TriglotServer.Builder complete) {
    server = complete.start();
    client = new NoteClient(server);
  }

  private ServingStatus health() {
    return HealthGrpc.newBlockingStub(client.channel())
        .check(HealthCheckRequest.getDefaultInstance())
        .getStatus();
  }

  private void await(int status, String body) throws Exception {
    var health = client.get("/health/ready");
    while (health.statusCode() != status || !health.body().equals(body)) {
      Thread.onSpinWait();
      health = client.get("/health/ready");
    }
  }

  private void await(ServingStatus status) {
    while (health() != status) {
      Thread.onSpinWait();
    }
  }
}
