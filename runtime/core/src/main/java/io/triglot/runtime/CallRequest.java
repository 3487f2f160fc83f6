package io.triglot.runtime;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What the transport knows of a call before anything of it is bound: enough to find out who calls.
 *
 * <p>Each protocol implements it over its own request; an instance belongs to one call.
 */
public interface CallRequest {
  /** The protocol on which the call arrived. */
  Protocol protocol();

  /**
   * The value of an HTTP header or of a gRPC metadata entry, the first one where it repeats.
   *
   * @param name the name, in any case
   */
  Optional<String> header(String name);

  /** The names of all headers in lower case; none where the transport does not list them. */
  default Set<String> headerNames() {
    return Set.of();
  }

  /**
   * How many calls of the same operation this request has made before this one: zero but for
   * documents of GraphQL whose mutation has a field several times.
   */
  default int occurrence() {
    return 0;
  }

  /** How the request addresses the operation. */
  default CallAddress address() {
    return CallAddress.UNKNOWN;
  }

  /**
   * What the transport knows beyond the headers: the client's {@link java.net.InetSocketAddress},
   * and of an encrypted connection its {@link javax.net.ssl.SSLSession}. Of a call through a proxy
   * these are the proxy's; but where the host was told which proxies there are, the address is the
   * client's.
   *
   * @param type what is asked for
   * @return empty where the transport does not know it or is not there
   */
  default <T> Optional<T> transport(Class<T> type) {
    return Optional.empty();
  }

  /**
   * The body of the request exactly as it came, for signatures over it; only of REST, and only
   * where the operation has a body. May block, and is read once however often it is asked for. The
   * array is not copied and must not be changed.
   *
   * @throws CallException where the body is larger than the host allows, or does not arrive whole
   */
  default Optional<byte[]> rawBody() {
    return Optional.empty();
  }

  /**
   * How long the caller waits for its answer, counted from now; empty where it did not say. (Of the
   * three protocols only gRPC has a field for it, {@code grpc-timeout}.)
   */
  default Optional<Duration> timeout() {
    return Optional.empty();
  }

  /**
   * Completes when the caller gives the call up, or goes away, before it is answered; never where
   * the transport cannot tell. What depends on it must not block.
   */
  default CompletionStage<Void> cancelled() {
    return new CompletableFuture<>();
  }
}
