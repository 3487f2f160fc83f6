package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.triglot.hosting.Tls;
import io.triglot.runtime.telemetry.MicrometerMetrics;
import io.triglot.server.notes.NoteService;
import io.triglot.server.notes.TaskService;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A port for probes and metrics, which clients of the API do not reach. */
@Timeout(120)
class ManagementTest {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Management management =
      Management.port(0).host("127.0.0.1").endpoint("/metrics", PrometheusEndpoint.of(registry));

  private TriglotServer.Builder builder() {
    return TriglotServer.builder()
        .service(new NoteService())
        .observer(MicrometerMetrics.of(registry))
        .management(management)
        .host("127.0.0.1")
        .port(0)
        .grpcPort(0);
  }

  @Test
  void hasMetricsAndProbesThatThePublicPortHasNot() throws Exception {
    try (TriglotServer server = builder().start();
        NoteClient client = new NoteClient(server)) {
      client.get("/notes/7");
      client.rpc("Note", "id", "7");
      int port = server.managementPort().orElseThrow();

      assertThat(get(port, "/metrics").body())
          .contains("protocol=\"REST\",service=\"NoteService\"} 1\n")
          .contains("protocol=\"GRPC\",service=\"NoteService\"} 1\n");
      assertThat(get(port, "/health/live").body()).isEqualTo("{\"status\":\"UP\"}");
      assertThat(get(port, "/health/ready").statusCode()).isEqualTo(200);
      assertThat(get(port, "/health").statusCode()).isEqualTo(200);
      assertThat(get(port, "/notes/7").statusCode()).isEqualTo(404);
      for (String path : new String[] {"/metrics", "/health", "/health/ready", "/health/live"}) {
        assertThat(get(server.port(), path).statusCode()).as(path).isEqualTo(404);
      }
    }
  }

  @Test
  void answersUntilTheOtherPortsAreClosed() throws Exception {
    TaskService tasks = new TaskService();
    TriglotServer server = builder().service(tasks).drainTime(Duration.ofMinutes(5)).start();
    int port = server.managementPort().orElseThrow();
    try {
      CompletableFuture<?> call =
          TestHost.client(HttpClient.Version.HTTP_1_1)
              .sendAsync(
                  HttpRequest.newBuilder(server.uri().resolve("staged")).build(),
                  BodyHandlers.ofString());
      assertThat(tasks.next()).isEqualTo("begun false");

      Thread stop = new Thread(server::stop);
      stop.start();
      while (accepts(server.port()) || accepts(server.grpcPort())) {
        Thread.onSpinWait();
      }
      assertThat(get(port, "/health/ready").statusCode()).isEqualTo(503);
      assertThat(get(port, "/health/live").statusCode()).isEqualTo(200);
      assertThat(get(port, "/metrics").body()).contains("operation=\"staged\"");

      call.cancel(true);
      stop.join();
    } finally {
      server.close();
    }
    assertThat(accepts(port)).isFalse();
  }

  @Test
  void hasACertificateOfItsOwn(@TempDir Path directory) throws Exception {
    TestCertificate certificate = TestCertificate.make(directory, "management");
    Tls tls = Tls.keyStore(certificate.store(), TestCertificate.PASSWORD);
    HttpClient client = HttpClient.newBuilder().sslContext(certificate.trusting()).build();
    try (TriglotServer server = builder().management(management.tls(tls)).start()) {
      int port = server.managementPort().orElseThrow();

      assertThat(server.uri().getScheme()).isEqualTo("http");
      assertThat(get(client, URI.create("https://127.0.0.1:" + port + "/metrics")).statusCode())
          .isEqualTo(200);
      assertThatThrownBy(() -> get(port, "/metrics")).isInstanceOf(IOException.class);
    }
  }

  @Test
  void isNotThereUnlessItIsAskedFor() {
    try (TriglotServer server =
        TriglotServer.builder().host("127.0.0.1").port(0).grpcPort(0).start()) {
      assertThat(server.managementPort()).isEmpty();
    }
  }

  @Test
  void saysWhichPortCannotBeHad() {
    try (TriglotServer server = builder().start()) {
      Management taken = Management.port(server.managementPort().orElseThrow()).host("127.0.0.1");
      assertThatThrownBy(() -> builder().management(taken).start())
          .hasMessageContaining("Choose another port with management(…)");
    }
  }

  @Test
  void refusesTwoEndpointsAtOnePath() {
    PrometheusEndpoint metrics = PrometheusEndpoint.of(registry);

    assertThatThrownBy(() -> management.endpoint("/metrics", metrics))
        .hasMessage("There is something else at /metrics");
    assertThatThrownBy(() -> management.endpoint("/health", metrics))
        .hasMessage("There is something else at /health");
    assertThatThrownBy(() -> management.endpoint("metrics", metrics))
        .hasMessageContaining("begins with /");
  }

  private static boolean accepts(int port) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  private static HttpResponse<String> get(int port, String path) throws Exception {
    return get(HttpClient.newHttpClient(), URI.create("http://127.0.0.1:" + port + path));
  }

  private static HttpResponse<String> get(HttpClient client, URI address) throws Exception {
    return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }
}
