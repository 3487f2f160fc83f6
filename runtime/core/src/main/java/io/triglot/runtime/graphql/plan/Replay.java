package io.triglot.runtime.graphql.plan;

import graphql.execution.DataFetcherResult;
import graphql.execution.ExecutionStrategyParameters;
import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What has been loaded, or is being loaded, for a value that turned out to need graphql-java, so
 * that completing it once more makes no further call. Immutable.
 */
public final class Replay {
  /** Of a value for which nothing has been loaded. */
  static final Replay EMPTY = new Replay(Map.of());

  private final Map<Source, Map<Object, CompletableFuture<@Nullable Object>>> values;

  /** What values were loaded by. */
  private record Source(BatchQueue queue, Map<String, @Nullable Object> arguments) {}

  private Replay(Map<Source, Map<Object, CompletableFuture<@Nullable Object>>> values) {
    this.values = values;
  }

  static Replay of(Collection<Load> loads) {
    Map<Source, Map<Object, CompletableFuture<@Nullable Object>>> values = new HashMap<>();
    for (Load load : loads) {
      Map<Object, CompletableFuture<@Nullable Object>> byParent =
          values.computeIfAbsent(
              new Source(load.column().queue(), load.arguments()), source -> new HashMap<>());
      for (int i = 0; i < load.parents().size(); i++) {
        int position = i;
        byParent.computeIfAbsent(
            load.parents().get(i),
            parent -> load.values().thenApply(loaded -> loaded.get(position)));
      }
    }
    return new Replay(values);
  }

  /** The value of a batched field, if it has been queued before; null where it has not. */
  public static @Nullable CompletionStage<@Nullable Object> of(
      BatchQueue queue, DataFetchingEnvironment environment) {
    return environment.getLocalContext() instanceof Replay replay
        ? replay
            .values
            .getOrDefault(new Source(queue, environment.getArguments()), Map.of())
            .get(environment.<Object>getSource())
        : null;
  }

  /** Whether graphql-java is completing a value, and so all beneath it. */
  static boolean isIn(ExecutionStrategyParameters parameters) {
    return parameters.getLocalContext() instanceof Replay;
  }

  /** What a fetcher gives to hand it down to the fetchers beneath a value. */
  @Nullable Object with(@Nullable Object value) {
    return values.isEmpty()
        ? value
        : DataFetcherResult.newResult().data(value).localContext(this).build();
  }

  /** Hands it down to the fetchers beneath a value. */
  ExecutionStrategyParameters in(ExecutionStrategyParameters parameters) {
    return values.isEmpty()
        ? parameters
        : parameters.transform(builder -> builder.localContext(this));
  }
}
