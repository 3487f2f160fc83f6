package io.triglot.runtime;

import io.triglot.runtime.time.Alarm;
import io.triglot.runtime.time.Background;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * What ends a call before it is answered: its caller goes away, or its deadline passes. Nothing is
 * watched before somebody asks. Thread-safe.
 */
final class Cancellation {
  static final Failure GONE = Failure.of(StatusCode.CANCELLED, "The caller has gone away");

  private final CallRequest request;
  private final Optional<Deadline> deadline;

  // Guarded by this
  private @Nullable CompletableFuture<Failure> reason;
  private @Nullable Alarm alarm;
  private @Nullable Set<Watched> watches;

  Cancellation(CallRequest request, Optional<Deadline> deadline) {
    this.request = request;
    this.deadline = deadline;
  }

  /** Completes with the first reason. What depends on it does not run on a thread of the host. */
  synchronized CompletableFuture<Failure> reason() {
    if (reason == null) {
      CompletableFuture<Failure> first = new CompletableFuture<>();
      reason = first;
      deadline.ifPresent(moment -> alarm = moment.alarm(() -> first.complete(Deadline.EXCEEDED)));
      request.cancelled().thenRunAsync(this::cancel, Background.executor());
    }
    return reason;
  }

  /** Whether it has come. */
  boolean hasCome() {
    return reason().isDone() || hasPassed();
  }

  /** The caller has gone away. */
  void cancel() {
    reason().complete(hasPassed() ? Deadline.EXCEEDED : GONE);
  }

  /** Runs a task when it comes, unless the watch is closed before. */
  CallContext.Watch watch(Runnable task) {
    Set<Watched> all = watches();
    Watched watched = new Watched(task, all);
    all.add(watched);
    if (reason().isDone()) { // whoever was told of that may have come too early for this one
      watched.tell();
    }
    return watched;
  }

  private synchronized Set<Watched> watches() {
    if (watches == null) {
      Set<Watched> all = ConcurrentHashMap.newKeySet();
      watches = all;
      reason().thenRun(() -> all.forEach(Watched::tell));
    }
    return watches;
  }

  /** One that is told once, or closed. */
  private static final class Watched implements CallContext.Watch {
    private final Runnable task;
    private final Set<Watched> all;

    Watched(Runnable task, Set<Watched> all) {
      this.task = task;
      this.all = all;
    }

    void tell() {
      if (all.remove(this)) {
        task.run();
      }
    }

    @Override
    public void close() {
      all.remove(this);
    }
  }

  /** Cancels what a method handed back, where that is not finished and can be cancelled. */
  void cancels(@Nullable Object result) {
    if (result instanceof Future<?> pending && !isDone(pending)) {
      reason().thenRun(() -> pending.cancel(true));
    }
  }

  /** A stage that fails when the call is cancelled before the given one completes. */
  <T extends @Nullable Object> CompletionStage<T> limit(CompletionStage<T> stage) {
    if (stage instanceof CompletableFuture<T> known
        && isDone(known)
        && !known.isCompletedExceptionally()) { // as it may be because the call is cancelled
      return stage;
    }
    CompletableFuture<T> limited = new CompletableFuture<>();
    CompletableFuture<Failure> cancelled = reason();
    cancelled.thenAccept(why -> limited.completeExceptionally(why.asException()));
    stage.whenComplete(
        (value, failure) -> {
          end();
          if (failure == null) {
            limited.complete(value);
          } else {
            limited.completeExceptionally(
                cancelled.isDone() ? cancelled.join().asException() : failure);
          }
        });
    return limited;
  }

  /** Whether it is known to be done: what {@link CompletableFuture#completedStage} gives is not. */
  private static boolean isDone(Future<?> future) {
    try {
      return future.isDone();
    } catch (UnsupportedOperationException nothingButAStage) {
      return false;
    }
  }

  private boolean hasPassed() {
    return deadline.filter(Deadline::hasPassed).isPresent();
  }

  private synchronized void end() {
    if (alarm != null) {
      alarm.cancel();
    }
  }
}
