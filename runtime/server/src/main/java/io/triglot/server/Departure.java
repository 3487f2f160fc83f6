package io.triglot.server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Tells when the client of an exchange goes away before it is answered. HTTP/2 says so by itself; a
 * connection of HTTP/1.1 has to be watched, and cannot be used again for that. Only calls that take
 * their time are worth it. Thread-safe.
 */
final class Departure {
  private static final long PATIENCE_MILLIS = 1_000;

  private final Request request;
  private final BooleanSupplier read;
  private final CompletableFuture<Void> told = new CompletableFuture<>();

  // Guarded by this
  private Scheduler.@Nullable Task task;
  private boolean watched;
  private boolean answered;

  /**
   * Waits for the departure.
   *
   * @param read whether the request has been read to its end, so that nothing else reads from the
   *     connection
   */
  Departure(Request request, BooleanSupplier read) {
    this.request = request;
    this.read = read;
    request.addFailureListener(failure -> told.complete(null));
    if (request.getConnectionMetaData().getHttpVersion() != HttpVersion.HTTP_2) {
      schedule();
    }
  }

  private synchronized void schedule() {
    task =
        request
            .getComponents()
            .getScheduler()
            .schedule(this::watch, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Completes when the client has gone. */
  CompletionStage<Void> told() {
    return told;
  }

  /**
   * The answer begins to be written. From now on it tells of the client only where it has watched
   * it before.
   *
   * @return whether it has, so that the connection cannot be used again
   */
  synchronized boolean answer() {
    answered = true;
    if (task != null) {
      task.cancel();
    }
    return watched;
  }

  private synchronized void watch() {
    if (answered) {
      return;
    }
    if (read.getAsBoolean()) {
      watched = true;
      new DisconnectWatch(request, failure -> told.complete(null)).begin();
    } else {
      schedule(); // what is still being read would notice it itself
    }
  }
}
