package io.triglot.server;

import io.triglot.hosting.Port;
import io.triglot.hosting.Tls;
import io.triglot.runtime.http.HttpEndpoint;
import io.triglot.runtime.http.HttpResponse;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The port of a {@link Management}. It answers until all other ports have been closed, so that
 * probes see the server stop.
 */
final class ManagementPort implements Port {
  private static final CompletionStage<Void> DONE = CompletableFuture.completedStage(null);

  private final HttpHost http;
  private final @Nullable Tls tls;

  ManagementPort(Management management, HealthEndpoints health) {
    ServerSettings settings = management.settings();
    SortedMap<String, HttpEndpoint> paths = new TreeMap<>(management.endpoints());
    paths.putAll(health.all());
    tls = settings.tls();
    http = HttpHost.of(settings, new Site(paths, Fixed.of(HttpResponse.of(404))), Map.of());
  }

  /** The port that it was started on. */
  int number() {
    return http.port();
  }

  @Override
  public void start() {
    http.start("management");
  }

  @Override
  public void look() {
    http.look();
    if (tls != null) {
      tls.reloadIfChanged();
    }
  }

  @Override
  public CompletionStage<Void> drain() {
    return DONE;
  }

  @Override
  public void closeSockets() {}

  @Override
  public CompletionStage<Void> left() {
    return DONE;
  }

  @Override
  public boolean isQuiet() {
    return true;
  }

  @Override
  public boolean isUnused() {
    return true;
  }

  @Override
  public void stop() {
    http.stop();
  }
}
