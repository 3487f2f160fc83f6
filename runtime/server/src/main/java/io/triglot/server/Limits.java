package io.triglot.server;

import java.time.Duration;
import java.util.Objects;

/**
 * What the server takes from a client before it refuses. Immutable; {@link #DEFAULTS} and the
 * {@code with…} methods make others.
 *
 * @param maxBodyBytes the largest request body, gRPC message and WebSocket message, in bytes; a
 *     larger one is answered with 413, RESOURCE_EXHAUSTED, and close code 1009
 * @param maxHeaderBytes the most bytes that all header fields of a request may take together; more
 *     are answered with 431
 * @param idleTimeout how long a connection may be silent, and a write may make no progress, before
 *     it is closed; a call in flight and an open stream are not silence
 * @param maxOpenCalls how many calls may be open at once on both ports together, streams and calls
 *     that wait for a thread among them; more are refused with 503, UNAVAILABLE, and the advice to
 *     try again after a second
 * @param maxThreads how many calls may block at the same time on each port on JDK 17 to 20; the
 *     others wait. Virtual threads, from JDK 21 on, are not limited
 */
public record Limits(
    int maxBodyBytes, int maxHeaderBytes, Duration idleTimeout, int maxOpenCalls, int maxThreads) {
  /** 4 MiB bodies, 16 KiB of header fields, 30 seconds of silence, 20,000 calls, 200 threads. */
  public static final Limits DEFAULTS =
      new Limits(4 * 1024 * 1024, 16 * 1024, Duration.ofSeconds(30), 20_000, 200);

  private static final int MAX_BODY_BYTES = 1 << 30; // a body is one array

  /** Refuses what cannot be. */
  public Limits {
    Objects.requireNonNull(idleTimeout, "idleTimeout");
    if (maxBodyBytes <= 0
        || maxHeaderBytes <= 0
        || maxOpenCalls <= 0
        || idleTimeout.toMillis() <= 0) {
      throw new IllegalArgumentException("Limits must be positive");
    }
    if (maxBodyBytes > MAX_BODY_BYTES) {
      throw new IllegalArgumentException("maxBodyBytes must be " + MAX_BODY_BYTES + " or less");
    }
    if (maxThreads < 8) {
      throw new IllegalArgumentException("maxThreads must be 8 or more");
    }
  }

  /** The same limits with another largest body, in bytes. */
  public Limits withMaxBodyBytes(int bytes) {
    return new Limits(bytes, maxHeaderBytes, idleTimeout, maxOpenCalls, maxThreads);
  }

  /** The same limits with another size of all header fields, in bytes. */
  public Limits withMaxHeaderBytes(int bytes) {
    return new Limits(maxBodyBytes, bytes, idleTimeout, maxOpenCalls, maxThreads);
  }

  /** The same limits with another time of silence. */
  public Limits withIdleTimeout(Duration timeout) {
    return new Limits(maxBodyBytes, maxHeaderBytes, timeout, maxOpenCalls, maxThreads);
  }

  /** The same limits with another number of open calls. */
  public Limits withMaxOpenCalls(int calls) {
    return new Limits(maxBodyBytes, maxHeaderBytes, idleTimeout, calls, maxThreads);
  }

  /** The same limits with another number of threads on JDK 17 to 20. */
  public Limits withMaxThreads(int threads) {
    return new Limits(maxBodyBytes, maxHeaderBytes, idleTimeout, maxOpenCalls, threads);
  }
}
