package io.triglot.server;

import io.triglot.hosting.Limits;
import io.triglot.hosting.Tls;
import io.triglot.runtime.http.HttpEndpoint;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A port for those who operate a server, beside those of its clients: the probes {@code
 * /health/live} and {@code /health/ready}, and what is added, such as metrics.
 *
 * <pre>{@code
 * TriglotServer.builder()
 *     .management(Management.port(9091).endpoint("/metrics", PrometheusEndpoint.of(registry)))
 * }</pre>
 *
 * <p>The server's other ports have no probes of HTTP then. It speaks plain text unless it is given
 * a certificate of its own. Immutable.
 */
public final class Management {
  /** As many as collectors and probes need. */
  private static final Limits LIMITS = Limits.DEFAULTS.withMaxConnections(64).withMaxThreads(8);

  private final ServerSettings settings;
  private final SortedMap<String, HttpEndpoint> endpoints;

  private Management(ServerSettings settings, SortedMap<String, HttpEndpoint> endpoints) {
    this.settings = settings;
    this.endpoints = endpoints;
  }

  /**
   * A port on all addresses of the machine.
   *
   * @param port 0 for any free one
   */
  public static Management port(int port) {
    ServerSettings settings = ServerSettings.DEFAULTS.withPorts(port, 0).withLimits(LIMITS);
    return new Management(settings, new TreeMap<>());
  }

  /** The same, bound to one address, such as {@code 127.0.0.1}. */
  public Management host(String host) {
    return new Management(settings.withHost(host), endpoints);
  }

  /** The same with a certificate, and with what that asks of clients. */
  public Management tls(Tls tls) {
    return new Management(settings.withTls(Objects.requireNonNull(tls, "tls")), endpoints);
  }

  /**
   * The same with what answers at a path.
   *
   * @param path an absolute path, whole and without variables
   * @throws IllegalArgumentException when it is not, or something else answers there
   */
  public Management endpoint(String path, HttpEndpoint endpoint) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("A path begins with /, not like " + path);
    }
    SortedMap<String, HttpEndpoint> more = new TreeMap<>(endpoints);
    if (HealthEndpoints.PATHS.contains(path) || more.putIfAbsent(path, endpoint) != null) {
      throw new IllegalArgumentException("There is something else at " + path);
    }
    return new Management(settings, more);
  }

  ServerSettings settings() {
    return settings;
  }

  SortedMap<String, HttpEndpoint> endpoints() {
    return endpoints;
  }
}
