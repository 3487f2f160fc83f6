package io.triglot.runtime.rest;

import io.triglot.runtime.CallContext;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.OperationKind;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A server with REST, as its clients reach it: what {@code io.grpc.Channel} is on gRPC.
 *
 * <pre>{@code
 * RestChannel channel =
 *     RestChannel.builder(URI.create("https://shop.example.com/api"))
 *         .timeout(Duration.ofSeconds(5))
 *         .interceptor((operation, request) -> request.setHeader("Authorization", "Bearer …"))
 *         .build();
 * OrderApi orders = OrderApiRestClient.of(channel);
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class RestChannel {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final Settings settings;
  private final HttpClient http;
  private final Optional<CallContext> cause;

  private RestChannel(Settings settings, HttpClient http, Optional<CallContext> cause) {
    this.settings = settings;
    this.http = http;
    this.cause = cause;
  }

  /** A channel with an HTTP client of its own, no timeout and no retries. */
  public static RestChannel to(URI base) {
    return builder(base).build();
  }

  /**
   * A channel of which more is to be said.
   *
   * @param base what the paths of all routes are appended to, such as {@code
   *     https://shop.example.com/api}
   */
  public static Builder builder(URI base) {
    return new Builder(base);
  }

  /**
   * The same channel for the calls that another call makes: they have its trace and what is left of
   * its deadline, and are cancelled with it. Without one, that is the call that is {@linkplain
   * CallContext#served() served} on the thread of the caller.
   *
   * @param cause that call; null for none
   */
  public RestChannel onBehalfOf(@Nullable CallContext cause) {
    return cause == null ? this : new RestChannel(settings, http, Optional.of(cause));
  }

  private record Settings(
      String base,
      List<RestClientInterceptor> interceptors,
      Optional<Duration> timeout,
      int retries,
      int resumptions,
      boolean idempotencyKeys,
      EntityFormat entityFormat) {}

  HttpClient http() {
    return http;
  }

  String base() {
    return settings.base();
  }

  Optional<Duration> timeout() {
    return settings.timeout();
  }

  List<RestClientInterceptor> interceptors() {
    return settings.interceptors();
  }

  EntityFormat entityFormat() {
    return settings.entityFormat();
  }

  Optional<CallContext> cause() {
    return cause.or(CallContext::served);
  }

  /** Whether calls of the operation have a key by which the server knows them again. */
  boolean hasKeys(OperationDescriptor operation) {
    return settings.idempotencyKeys() && operation.kind() == OperationKind.MUTATION;
  }

  /** How often in succession a stream may connect again without receiving anything. */
  int resumptions() {
    return settings.resumptions();
  }

  /** How often a call may be sent again. */
  int retries(OperationDescriptor operation) {
    boolean safe = operation.kind() == OperationKind.QUERY || hasKeys(operation);
    return safe ? settings.retries() : 0;
  }

  /** Says how a server is reached. Not thread-safe. */
  public static final class Builder {
    private final String base;
    private final List<RestClientInterceptor> interceptors = new ArrayList<>();
    private Optional<Duration> timeout = Optional.empty();
    private @Nullable HttpClient http;
    private int retries;
    private int resumptions;
    private boolean idempotencyKeys;
    private EntityFormat entityFormat = JacksonFormat.LENIENT;

    private Builder(URI base) {
      String text = base.toString();
      this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /**
     * Sets what sends the requests: connections, TLS, proxies, threads. Without one there is an
     * HTTP client that connects within ten seconds, and speaks HTTP/2 where {@code https} agrees on
     * it.
     */
    public Builder httpClient(HttpClient http) {
      this.http = Objects.requireNonNull(http, "http");
      return this;
    }

    /**
     * Sets how long a call may take, retries included; a stream, until it begins. Unlimited if not
     * set.
     */
    public Builder timeout(Duration timeout) {
      this.timeout = Optional.of(timeout);
      return this;
    }

    /** Adds what prepares requests, in the order of addition. */
    public Builder interceptor(RestClientInterceptor interceptor) {
      interceptors.add(Objects.requireNonNull(interceptor, "interceptor"));
      return this;
    }

    /**
     * Sets how often a call is sent again when the server cannot be reached or answers with 503:
     * queries, and mutations with {@link #idempotencyKeys() keys}. Between attempts there is the
     * time that {@code Retry-After} says, or one that doubles from a tenth of a second. Not at all
     * if not set; streams by {@link #resumptions}.
     */
    public Builder retries(int retries) {
      if (retries < 0) {
        throw new IllegalArgumentException("retries: " + retries);
      }
      this.retries = retries;
      return this;
    }

    /**
     * Sets how often in succession a stream may connect again when its connection is lost, or the
     * server ends it because it stops: one whose operation takes the id of the last event, with
     * which it goes on, so that its subscriber notices nothing. Between attempts there is the time
     * that the server tells, or one that doubles from a tenth of a second; an element that comes
     * begins the count anew. Not at all if not set.
     */
    public Builder resumptions(int resumptions) {
      if (resumptions < 0) {
        throw new IllegalArgumentException("resumptions: " + resumptions);
      }
      this.resumptions = resumptions;
      return this;
    }

    /**
     * Has every call of a mutation carry an {@code Idempotency-Key} of its own, the same at each
     * attempt, by which a server that remembers keys makes it once.
     */
    public Builder idempotencyKeys() {
      idempotencyKeys = true;
      return this;
    }

    /**
     * Sets how entities of adopted resources are written and read, where their container does it
     * otherwise than Jackson with its modules for Java 8 and dates as text.
     */
    public Builder entityFormat(EntityFormat format) {
      entityFormat = Objects.requireNonNull(format, "format");
      return this;
    }

    /** The channel. */
    public RestChannel build() {
      return new RestChannel(
          new Settings(
              base,
              List.copyOf(interceptors),
              timeout,
              retries,
              resumptions,
              idempotencyKeys,
              entityFormat),
          Objects.requireNonNullElseGet(http, this::ownClient),
          Optional.empty());
    }

    private HttpClient ownClient() {
      return HttpClient.newBuilder()
          .version(
              base.startsWith("https:") ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();
    }
  }
}
