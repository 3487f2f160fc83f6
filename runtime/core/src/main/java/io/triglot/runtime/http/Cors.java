package io.triglot.runtime.http;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which pages of other origins may call an API from a browser, and how (CORS, the Fetch standard).
 *
 * <pre>{@code
 * Cors.origins("https://shop.example.com").headers("X-Api-Key").credentials()
 * }</pre>
 *
 * <p>It keeps pages from reading answers; it does not keep anybody else from calling. Immutable;
 * thread-safe where the predicate is.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">The CORS protocol</a>
 */
public final class Cors {
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
  private static final List<String> HEADERS =
      List.of(
          "Accept",
          "Accept-Language",
          "Authorization",
          "Content-Type",
          "Idempotency-Key",
          "If-Match",
          "If-None-Match",
          "Last-Event-ID",
          "traceparent",
          "tracestate");
  private static final List<String> EXPOSED =
      List.of(
          "Content-Disposition",
          "Deprecation",
          "ETag",
          "Link",
          "Location",
          "Retry-After",
          "Sunset");

  private final boolean anyOrigin;
  private final Predicate<String> origins;
  private final List<String> methods;
  private final List<String> headers;
  private final List<String> exposed;
  private final boolean credentials;
  private final Duration maxAge;

  private Cors(
      boolean anyOrigin,
      Predicate<String> origins,
      List<String> methods,
      List<String> headers,
      List<String> exposed,
      boolean credentials,
      Duration maxAge) {
    this.anyOrigin = anyOrigin;
    this.origins = origins;
    this.methods = methods;
    this.headers = headers;
    this.exposed = exposed;
    this.credentials = credentials;
    this.maxAge = maxAge;
    if (anyOrigin && credentials) {
      throw new IllegalArgumentException(
          "Pages of any origin cannot be given credentials: name the origins that may have them");
    }
  }

  /**
   * Pages of these origins.
   *
   * @param origins each as browsers send it, such as {@code https://shop.example.com}; or {@code *}
   *     alone for all
   * @throws IllegalArgumentException where one is no origin
   */
  public static Cors origins(String... origins) {
    Set<String> exact = Set.of(origins);
    if (exact.equals(Set.of("*"))) {
      return of(true, origin -> true);
    }
    exact.forEach(Cors::requireOrigin);
    return of(false, exact::contains);
  }

  /**
   * Pages of the origins that a predicate takes, which sees them as browsers send them: {@code
   * null}, as text, stands for pages without an origin.
   */
  public static Cors originsMatching(Predicate<String> origins) {
    return of(false, Objects.requireNonNull(origins, "origins"));
  }

  private static Cors of(boolean any, Predicate<String> origins) {
    return new Cors(any, origins, METHODS, HEADERS, EXPOSED, false, Duration.ofMinutes(10));
  }

  /** The same for these HTTP methods alone; all that REST has if not set. */
  public Cors methods(String... methods) {
    List<String> upper = Stream.of(methods).map(each -> each.toUpperCase(Locale.ROOT)).toList();
    return new Cors(anyOrigin, origins, upper, headers, exposed, credentials, maxAge);
  }

  /**
   * The same with more headers that pages may send. Without being named they may send those of our
   * protocols, among them {@code Authorization}, {@code Content-Type} and {@code Idempotency-Key}.
   */
  public Cors headers(String... names) {
    return new Cors(
        anyOrigin, origins, methods, with(headers, names), exposed, credentials, maxAge);
  }

  /**
   * The same with more headers of responses that pages may read. Without being named they may read
   * those of our protocols, among them {@code Location}, {@code Link} and {@code Retry-After}.
   */
  public Cors exposedHeaders(String... names) {
    return new Cors(
        anyOrigin, origins, methods, headers, with(exposed, names), credentials, maxAge);
  }

  /**
   * The same for requests that browsers send with cookies, client certificates and what else they
   * keep for the server.
   *
   * @throws IllegalArgumentException where any origin is allowed
   */
  public Cors credentials() {
    return new Cors(anyOrigin, origins, methods, headers, exposed, true, maxAge);
  }

  /** The same with a time for which browsers may remember a preflight; ten minutes if not set. */
  public Cors maxAge(Duration time) {
    return new Cors(anyOrigin, origins, methods, headers, exposed, credentials, time);
  }

  /** Whether pages of an origin may call. */
  public boolean allows(String origin) {
    return origins.test(origin);
  }

  /**
   * Whether a request is one by which a browser asks for permission.
   *
   * @param origin the header {@code Origin}
   * @param requestMethod the header {@code Access-Control-Request-Method}
   */
  public static boolean isPreflight(
      String method, @Nullable String origin, @Nullable String requestMethod) {
    return method.equals("OPTIONS") && origin != null && requestMethod != null;
  }

  /** The permission, as the headers of the response to a preflight of an origin that is allowed. */
  public List<Entry<String, String>> preflight(String origin) {
    List<Entry<String, String>> fields = new ArrayList<>(allowed(origin));
    fields.add(Map.entry("Access-Control-Allow-Methods", String.join(", ", methods)));
    fields.add(Map.entry("Access-Control-Allow-Headers", String.join(", ", headers)));
    fields.add(Map.entry("Access-Control-Max-Age", String.valueOf(maxAge.toSeconds())));
    return fields;
  }

  /**
   * The headers of the response to any other request.
   *
   * @param origin the header {@code Origin}
   */
  public List<Entry<String, String>> response(@Nullable String origin) {
    if (origin == null || !allows(origin)) {
      return anyOrigin ? List.of() : List.of(Map.entry("Vary", "Origin"));
    }
    List<Entry<String, String>> fields = new ArrayList<>(allowed(origin));
    fields.add(Map.entry("Access-Control-Expose-Headers", String.join(", ", exposed)));
    return fields;
  }

  private List<Entry<String, String>> allowed(String origin) {
    if (anyOrigin) {
      return List.of(Map.entry("Access-Control-Allow-Origin", "*"));
    }
    List<Entry<String, String>> fields = new ArrayList<>();
    fields.add(Map.entry("Access-Control-Allow-Origin", origin));
    if (credentials) {
      fields.add(Map.entry("Access-Control-Allow-Credentials", "true"));
    }
    fields.add(Map.entry("Vary", "Origin"));
    return fields;
  }

  private static List<String> with(List<String> names, String... more) {
    return Stream.concat(names.stream(), Stream.of(more)).distinct().toList();
  }

  /** Refuses what no browser would send, and which would therefore allow nothing. */
  private static void requireOrigin(String text) {
    if (text.equals("*")) {
      throw new IllegalArgumentException("* is any origin already: leave the others out");
    }
    URI uri = URI.create(text);
    String sent = uri.getScheme() + "://" + uri.getHost() + port(uri);
    if (!text.equals(sent.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          text + " is not an origin as browsers send it, such as https://shop.example.com");
    }
  }

  private static String port(URI uri) {
    boolean byDefault =
        uri.getPort() == 443 && "https".equals(uri.getScheme())
            || uri.getPort() == 80 && "http".equals(uri.getScheme());
    return uri.getPort() < 0 || byDefault ? "" : ":" + uri.getPort();
  }
}
