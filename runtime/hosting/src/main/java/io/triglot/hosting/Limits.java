package io.triglot.hosting;

import java.time.Duration;
import java.util.Objects;

/**
 * What the server takes from a client before it refuses. Immutable; {@link #DEFAULTS} and the
 * {@code with…} methods make others.
 *
 * @param maxBodyBytes the largest request body, gRPC message and WebSocket message, in bytes; a
 *     larger one is answered with 413, RESOURCE_EXHAUSTED, and close code 1009
 * @param maxUploadBytes the largest request body that is not held as a whole, in bytes: what a
 *     parameter of type {@code Upload} is, or a form with files; a larger one is answered with 413
 * @param maxHeaderBytes the most bytes that all header fields of a request may take together; more
 *     are answered with 431
 * @param idleTimeout how long a connection may be silent, and a write may make no progress, before
 *     it is closed; a call in flight and an open stream are not silence
 * @param requestTimeout how long a client may take to send a request once it has begun: a handshake
 *     of TLS or the head, and again the body, which may then go on as long as its bytes come at the
 *     rate of 500 in each second (a connection that is kept open may have been silent before for as
 *     long as the idle timeout)
 * @param maxOpenCalls how many calls may be open at once on both ports together, streams and calls
 *     that wait for a thread among them; more are refused with 503, UNAVAILABLE, and the advice to
 *     try again after a second
 * @param maxConnections how many connections each port has at once; more wait, not yet accepted,
 *     until one of those is closed
 * @param maxThreads how many calls may block at the same time on each port on JDK 17 to 20; the
 *     others wait. Virtual threads, from JDK 21 on, are not limited
 */
public record Limits(
    int maxBodyBytes,
    long maxUploadBytes,
    int maxHeaderBytes,
    Duration idleTimeout,
    Duration requestTimeout,
    int maxOpenCalls,
    int maxConnections,
    int maxThreads) {
  /**
   * 4 MiB bodies, 100 MiB uploads, 16 KiB of header fields, 30 seconds of silence, 20 for a
   * request, 20,000 calls, 20,000 connections, 200 threads.
   */
  public static final Limits DEFAULTS =
      new Limits(
          4 * 1024 * 1024,
          100L * 1024 * 1024,
          16 * 1024,
          Duration.ofSeconds(30),
          Duration.ofSeconds(20),
          20_000,
          20_000,
          200);

  private static final int MIN_BYTES_PER_SECOND = 500;
  private static final int MAX_BODY_BYTES = 1 << 30; // a body is one array

  /** Refuses what cannot be. */
  public Limits {
    Objects.requireNonNull(idleTimeout, "idleTimeout");
    Objects.requireNonNull(requestTimeout, "requestTimeout");
    if (maxBodyBytes <= 0
        || maxUploadBytes <= 0
        || maxHeaderBytes <= 0
        || maxOpenCalls <= 0
        || maxConnections <= 0
        || idleTimeout.toMillis() <= 0
        || requestTimeout.toMillis() <= 0) {
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
    return new Limits(
        bytes,
        maxUploadBytes,
        maxHeaderBytes,
        idleTimeout,
        requestTimeout,
        maxOpenCalls,
        maxConnections,
        maxThreads);
  }

  /** The same limits with another largest upload, in bytes. */
  public Limits withMaxUploadBytes(long bytes) {
    return new Limits(
        maxBodyBytes,
        bytes,
        maxHeaderBytes,
        idleTimeout,
        requestTimeout,
        maxOpenCalls,
        maxConnections,
        maxThreads);
  }

  /** The same limits with another size of all header fields, in bytes. */
  public Limits withMaxHeaderBytes(int bytes) {
    return new Limits(
        maxBodyBytes,
        maxUploadBytes,
        bytes,
        idleTimeout,
        requestTimeout,
        maxOpenCalls,
        maxConnections,
        maxThreads);
  }

  /** The same limits with another time of silence. */
  public Limits withIdleTimeout(Duration timeout) {
    return new Limits(
        maxBodyBytes,
        maxUploadBytes,
        maxHeaderBytes,
        timeout,
        requestTimeout,
        maxOpenCalls,
        maxConnections,
        maxThreads);
  }

  /** The same limits with another time for a request to arrive. */
  public Limits withRequestTimeout(Duration timeout) {
    return new Limits(
        maxBodyBytes,
        maxUploadBytes,
        maxHeaderBytes,
        idleTimeout,
        timeout,
        maxOpenCalls,
        maxConnections,
        maxThreads);
  }

  /** How many bytes of a body must have come so long after its beginning. */
  public long bytesDue(long nanos) {
    return Math.max(0, nanos - requestTimeout.toNanos()) / 1_000_000 * MIN_BYTES_PER_SECOND / 1_000;
  }

  /** The same limits with another number of open calls. */
  public Limits withMaxOpenCalls(int calls) {
    return new Limits(
        maxBodyBytes,
        maxUploadBytes,
        maxHeaderBytes,
        idleTimeout,
        requestTimeout,
        calls,
        maxConnections,
        maxThreads);
  }

  /** The same limits with another number of connections of each port. */
  public Limits withMaxConnections(int connections) {
    return new Limits(
        maxBodyBytes,
        maxUploadBytes,
        maxHeaderBytes,
        idleTimeout,
        requestTimeout,
        maxOpenCalls,
        connections,
        maxThreads);
  }

  /** The same limits with another number of threads on JDK 17 to 20. */
  public Limits withMaxThreads(int threads) {
    return new Limits(
        maxBodyBytes,
        maxUploadBytes,
        maxHeaderBytes,
        idleTimeout,
        requestTimeout,
        maxOpenCalls,
        maxConnections,
        threads);
  }
}
