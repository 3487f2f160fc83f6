package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.triglot.runtime.telemetry.MicrometerMetrics;
import io.triglot.server.library.Book;
import io.triglot.server.library.LibraryService;
import io.triglot.server.notes.ProbeService;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Metrics as Prometheus collects them. */
@Timeout(60)
class PrometheusEndpointTest {
  private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
  private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\\\\n\"])*\"";

  /** A line with a value: name, labels, number. */
  private static final Pattern SAMPLE =
      Pattern.compile("(" + NAME + ")(\\{" + LABEL + "(?:," + LABEL + ")*,?})? ([^ ]+)");

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final TriglotServer server = builder("/metrics").start();
  private final LibraryClients clients = LibraryClients.of(server);

  private TriglotServer.Builder builder(String path) {
    return TriglotServer.builder()
        .service(new LibraryService(() -> {}, context -> new Book("1", "")))
        .observer(MicrometerMetrics.of(registry))
        .endpoint(path, PrometheusEndpoint.of(registry))
        .host("127.0.0.1")
        .port(0)
        .grpcPort(0);
  }

  @AfterEach
  void stop() {
    clients.close();
    server.close();
  }

  @Test
  void answersInTheTextFormat() throws Exception {
    clients.get("books/7", Map.of());
    clients.graphQl("{ books { author } lost { id } }", Map.of());
    clients.grpc(Map.of()).book("7");

    HttpResponse<String> metrics = clients.get("metrics", Map.of());

    assertThat(metrics.headers().firstValue("Content-Type"))
        .hasValue("text/plain; version=0.0.4; charset=utf-8");
    assertThat(metrics.body())
        .contains(
            "triglot_calls_seconds_count{code=\"OK\",operation=\"book\",protocol=\"REST\","
                + "service=\"LibraryService\"} 1\n",
            "triglot_calls_seconds_count{code=\"OK\",operation=\"Book.author\","
                + "protocol=\"GRAPHQL\",service=\"LibraryService\"} 1\n",
            "triglot_calls_active{operation=\"book\",protocol=\"GRPC\","
                + "service=\"LibraryService\"} 0.0\n",
            "triglot_documents_seconds_count{code=\"INTERNAL\",kind=\"QUERY\"} 1\n");
    assertWellFormed(metrics.body());
  }

  @Test
  void answersInOpenMetricsToThoseWhoTakeIt() throws Exception {
    HttpResponse<String> metrics =
        clients.get(
            "metrics",
            Map.of("Accept", "application/openmetrics-text;version=1.0.0;q=0.6,text/plain;q=0.4"));

    assertThat(metrics.headers().firstValue("Content-Type"))
        .hasValue("application/openmetrics-text; version=1.0.0; charset=utf-8");
    assertThat(metrics.body()).endsWith("# EOF\n");
  }

  @Test
  void isNotThereUnlessItIsAdded() throws Exception {
    try (TriglotServer other = builder("/internal/metrics").start();
        LibraryClients others = LibraryClients.of(other)) {
      assertThat(others.get("metrics", Map.of()).statusCode()).isEqualTo(404);
      assertThat(others.get("internal/metrics", Map.of()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void refusesAnEndpointWhereThereIsSomethingElse() {
    assertThatThrownBy(builder("/health")::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("/health is a path of the server itself");
    assertThatThrownBy(builder("/metrics").service(new ProbeService())::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("GET /{probe} of ProbeService.health");
    assertThatThrownBy(() -> builder("metrics"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("begins with /");
  }

  /**
   * The rules of the text format: HELP and TYPE once, before their samples, and no sample twice.
   */
  private static void assertWellFormed(String text) {
    assertThat(text).endsWith("\n");
    Set<String> types = new HashSet<>();
    Set<String> samples = new HashSet<>();
    for (String line : text.split("\n")) {
      if (line.startsWith("# TYPE ")) {
        assertThat(types.add(line.split(" ")[2])).as(line).isTrue();
      } else if (!line.startsWith("# HELP ")) {
        Matcher sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as(line).isTrue();
        assertThat(samples.add(sample.group(1) + sample.group(2))).as(line).isTrue();
        assertThat(types)
            .as(line)
            .containsAnyOf(sample.group(1), sample.group(1).replaceAll("_(count|sum)$", ""));
        Double.parseDouble(sample.group(3));
      }
    }
  }
}
