package io.triglot.runtime;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The calls of an API that are being served at this moment, so that a host can stop without
 * breaking one off: it waits until it is {@link #idle}, then {@link #endStreams ends the streams},
 * which may have no end of their own. New calls are admitted all the while; to send no more is the
 * host's part.
 *
 * <p>Thread-safe.
 */
public final class OpenCalls {
  private static final Failure STOPPING =
      Failure.of(StatusCode.UNAVAILABLE, "The server is shutting down");

  private final AtomicLong single = new AtomicLong();
  private final Set<OpenStream<?>> streams = ConcurrentHashMap.newKeySet();
  private final CompletableFuture<Void> idle = new CompletableFuture<>();
  private volatile boolean idleAwaited;
  private volatile boolean streamsEnded;

  OpenCalls() {}

  /**
   * A stage that completes as soon as no call that answers with a single value is in flight. The
   * same stage for all who ask, from the first time on.
   */
  public CompletionStage<Void> idle() {
    idleAwaited = true;
    if (single.get() == 0) {
      idle.complete(null);
    }
    return idle.minimalCompletionStage();
  }

  /**
   * Ends every stream, and those still to come, with {@link StatusCode#UNAVAILABLE}: each protocol
   * tells its callers so in its own form, and they know that the stream was not complete.
   */
  public void endStreams() {
    streamsEnded = true;
    streams.forEach(stream -> stream.end(STOPPING));
  }

  void begin() {
    single.incrementAndGet();
  }

  void end() {
    if (single.decrementAndGet() == 0 && idleAwaited) {
      idle.complete(null);
    }
  }

  void add(OpenStream<?> stream) {
    streams.add(stream);
    if (streamsEnded) {
      stream.end(STOPPING);
    }
  }

  void remove(OpenStream<?> stream) {
    streams.remove(stream);
  }
}
