package io.triglot.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.triglot.runtime.Caller;
import io.triglot.runtime.telemetry.MicrometerMetrics;
import io.triglot.server.PrometheusEndpoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What queries of the documentation ask Prometheus for is what the shop tells it. */
class DocumentedMetricsTest {
  private static final Path DOCS = Path.of("..", "docs");

  /** Blocks of code; those without a language are what is asked of Prometheus. */
  private static final Pattern CODE = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");

  private static final Pattern SELECTOR = Pattern.compile("(triglot_\\w+)(?:\\{(.*?)})?");
  private static final Pattern MATCHER = Pattern.compile("(\\w+)=\"(.*?)\"");
  private static final Pattern GROUPING = Pattern.compile("by \\((.*?)\\)");

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  @RegisterExtension
  final RunningShop shop =
      new RunningShop(
          server ->
              server
                  .observer(MicrometerMetrics.of(registry).callers(Caller::name, 10))
                  .endpoint("/metrics", PrometheusEndpoint.of(registry)));

  @Test
  void queriesOfTheDocumentationFindWhatTheyAskFor() throws Exception {
    for (Wire wire : List.of(Wire.REST, Wire.GRPC)) {
      shop.customer(wire).products(null, null);
    }
    List<String> samples = get("/metrics").lines().filter(line -> !line.startsWith("#")).toList();
    List<String> queries = queries();

    assertThat(queries).hasSize(3);
    assertThat(queries).allSatisfy(query -> assertFinds(query, samples));
  }

  @Test
  void queriesOfTheDocumentationAreParsedByPrometheusGrammar() throws Exception {
    Path node = Path.of("../testing/node").toAbsolutePath().normalize();
    assumeTrue(
        Files.isDirectory(node.resolve("node_modules/@prometheus-io/lezer-promql")),
        "Prometheus' parser is not installed: run npm ci --prefix testing/node");
    List<String> command = new ArrayList<>(List.of("node", "promql-parse.mjs"));
    command.addAll(queries());

    Process parser =
        new ProcessBuilder(command).directory(node.toFile()).redirectErrorStream(true).start();
    assertThat(new String(parser.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("3 queries parsed\n");
    assertThat(parser.waitFor()).isZero();
  }

  private List<String> queries() {
    return Stream.of("migration/callers.md", "telemetry.md").flatMap(this::queries).toList();
  }

  /** Each paragraph of a block is a query. */
  private Stream<String> queries(String page) {
    try {
      return CODE.matcher(Files.readString(DOCS.resolve(page)))
          .results()
          .filter(block -> block.group(1).isEmpty())
          .flatMap(block -> Stream.of(block.group(2).split("\n\n")))
          .filter(block -> block.contains("triglot_"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void assertFinds(String query, List<String> samples) {
    Set<String> groups =
        GROUPING
            .matcher(query)
            .results()
            .flatMap(found -> Stream.of(found.group(1).split(",\\s*")))
            .collect(Collectors.toSet());
    assertThat(groups).isNotEmpty();
    List<String> found = List.of();
    Matcher selector = SELECTOR.matcher(query);
    while (selector.find()) {
      String metric = selector.group(1) + "{";
      List<String> labels =
          selector.group(2) == null
              ? List.of()
              : MATCHER.matcher(selector.group(2)).results().map(each -> each.group()).toList();
      found =
          samples.stream()
              .filter(sample -> sample.startsWith(metric))
              .filter(sample -> labels.stream().allMatch(sample::contains))
              .toList();
      assertThat(found).as(selector.group()).isNotEmpty();
      assertThat(found)
          .allSatisfy(
              sample ->
                  assertThat(groups)
                      .allSatisfy(group -> assertThat(sample).contains(group + "=\"")));
    }
    assertThat(found).as(query).isNotEmpty();
  }

  private String get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + shop.shop().port() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
        .body();
  }
}
