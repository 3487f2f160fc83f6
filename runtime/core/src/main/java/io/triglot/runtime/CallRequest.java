package io.triglot.runtime;

import java.time.Duration;
import java.util.Optional;

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

  /**
   * How long the caller waits for its answer, counted from now; empty where it did not say. (Of the
   * three protocols only gRPC has a field for it, {@code grpc-timeout}.)
   */
  default Optional<Duration> timeout() {
    return Optional.empty();
  }
}
