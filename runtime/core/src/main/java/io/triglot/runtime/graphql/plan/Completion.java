package io.triglot.runtime.graphql.plan;

import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import io.triglot.runtime.graphql.plan.Column.Batched;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Completes one value by its plan. What is there is completed at once; batched columns wait in
 * their queues until their level is complete. If anything is unusual, however late, graphql-java
 * completes the value from its beginning, with what has been loaded.
 */
final class Completion {
  private final ExecutionContext execution;
  private final Levels levels;
  private final Function<Replay, @Nullable Object> plainly;
  private final Queue<Load> loads = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean plain = new AtomicBoolean();
  private final CompletableFuture<@Nullable Object> plainValue = new CompletableFuture<>();
  private final CompletableFuture<@Nullable Object> outcome = new CompletableFuture<>();

  /** Completes values of a stage with a pass. */
  @FunctionalInterface
  private interface Work {
    void with(Pass pass) throws Exception;
  }

  /**
   * A completion.
   *
   * @param plainly has graphql-java complete the value: gives it, or a future of it
   */
  Completion(
      ExecutionContext execution,
      ExecutionStrategyParameters parameters,
      Function<Replay, @Nullable Object> plainly) {
    this.execution = execution;
    this.plainly = plainly;
    levels = new Levels(execution, parameters);
  }

  /**
   * The completed value, or a future of it.
   *
   * @throws Exception where graphql-java has to complete it; nothing has been queued by then
   */
  @Nullable Object of(Stage stage, Object value) throws Exception {
    @Nullable Object[] root = new @Nullable Object[1];
    CompletableFuture<Void> complete =
        begun(stage, 0, pass -> root[0] = pass.complete(stage.slot(), value));
    if (stage.batched().isEmpty()) {
      return CompletedValue.of(stage.slot().shape(), root[0]);
    }
    complete.whenComplete(
        (done, failure) -> {
          if (failure == null) {
            outcome.complete(CompletedValue.of(stage.slot().shape(), root[0]));
          } else {
            completePlainly();
            plainValue.whenComplete(this::complete);
          }
        });
    return outcome;
  }

  /**
   * Completes what is there, and queues what is not: a future of all of it, and of its levels being
   * finished. Once the value is there, a mutation goes on, and its levels are counted anew.
   */
  private CompletableFuture<Void> begun(Stage stage, int depth, Work work) throws Exception {
    int depths = stage.batched().size();
    @Nullable Load[] loading = stage.loads();
    work.with(new Pass(execution, loading));
    if (depths == 0) {
      return CompletableFuture.completedFuture(null);
    }
    for (int i = 0; i < depths; i++) {
      levels.begin(depth + i);
    }
    List<CompletableFuture<?>> values = new ArrayList<>();
    List<List<CompletableFuture<?>>> arrivals = new ArrayList<>();
    for (int i = 0; i < depths; i++) {
      List<CompletableFuture<?>> arrived = new ArrayList<>();
      for (Batched column : stage.batched().get(i)) {
        Load load = loading[column.ordinal()];
        if (load != null) {
          CompletableFuture<CompletableFuture<Void>> loaded = loaded(load, depth + i);
          arrived.add(loaded);
          values.add(loaded.thenCompose(Function.identity()));
        }
      }
      arrivals.add(arrived);
    }
    for (int i = depths - 1; i >= 0; i--) {
      values.add(finished(depth + i, arrivals.get(i)));
    }
    return all(values);
  }

  /** Queues a load; the outer future is of its values' stage, the inner one of all beneath. */
  private CompletableFuture<CompletableFuture<Void>> loaded(Load load, int depth) {
    load.queued(load.column().queue().load(load.group(), levels.fields(depth)));
    loads.add(load);
    return load.values()
        .thenApply(
            values -> {
              if (plain.get()) {
                return CompletableFuture.completedFuture(null);
              }
              try {
                return begun(load.column().loaded(), depth + 1, pass -> load.fill(values, pass));
              } catch (Exception unusual) {
                throw new CompletionException(unusual);
              }
            });
  }

  /** What graphql-java has to complete belongs to its level, so it begins before that finishes. */
  private CompletableFuture<Void> finished(int depth, List<CompletableFuture<?>> arrivals) {
    return all(arrivals)
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                completePlainly();
              }
              levels.finish(depth);
            });
  }

  @SuppressWarnings("CatchingUnchecked") // whatever goes wrong, the execution must not hang
  private void completePlainly() {
    if (plain.getAndSet(true)) {
      return;
    }
    try {
      Object value = plainly.apply(Replay.of(loads));
      if (value instanceof CompletableFuture<?> later) {
        later.whenComplete(
            (done, failure) -> {
              if (failure == null) {
                plainValue.complete(done);
              } else {
                plainValue.completeExceptionally(failure);
              }
            });
      } else {
        plainValue.complete(value);
      }
    } catch (Throwable failure) {
      plainValue.completeExceptionally(failure);
    }
  }

  private void complete(@Nullable Object value, @Nullable Throwable failure) {
    if (failure == null) {
      outcome.complete(value);
    } else {
      Throwable cause = failure.getCause();
      outcome.completeExceptionally(
          failure instanceof CompletionException && cause != null ? cause : failure);
    }
  }

  private static CompletableFuture<Void> all(List<CompletableFuture<?>> futures) {
    return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
  }
}
