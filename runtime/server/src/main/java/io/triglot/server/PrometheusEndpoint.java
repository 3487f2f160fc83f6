package io.triglot.server;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.triglot.runtime.http.HttpEndpoint;
import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The metrics of a registry, for Prometheus to collect:
 *
 * <pre>{@code
 * PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
 * TriglotServer.builder()
 *     .observer(MicrometerMetrics.of(registry))
 *     .endpoint("/metrics", PrometheusEndpoint.of(registry))
 * }</pre>
 *
 * <p>It answers in OpenMetrics where the collector takes that, else in the text format of
 * Prometheus. Everybody who reaches it may read it. Needs {@code
 * io.micrometer:micrometer-registry-prometheus} on the class path. Thread-safe.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Exposition
 *     formats</a>
 */
public final class PrometheusEndpoint implements HttpEndpoint {
  private static final String OPEN_METRICS = "application/openmetrics-text";
  private static final String OPEN_METRICS_1 = OPEN_METRICS + "; version=1.0.0; charset=utf-8";
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry;

  private PrometheusEndpoint(PrometheusMeterRegistry registry) {
    this.registry = Objects.requireNonNull(registry, "registry");
  }

  /** The metrics of this registry. */
  public static PrometheusEndpoint of(PrometheusMeterRegistry registry) {
    return new PrometheusEndpoint(registry);
  }

  @Override
  public Exchange accept(HttpRequest request) {
    boolean open = request.headers("Accept").stream().anyMatch(type -> type.contains(OPEN_METRICS));
    return new Fixed(() -> scrape(open ? OPEN_METRICS_1 : TEXT), true).accept(request);
  }

  private HttpResponse scrape(String contentType) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      registry.scrape(out, contentType);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HttpResponse.of(200, contentType, out.toByteArray()).header("Cache-Control", "no-store");
  }
}
