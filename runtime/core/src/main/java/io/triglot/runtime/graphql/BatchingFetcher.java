package io.triglot.runtime.graphql;

import graphql.schema.DataFetchingEnvironment;
import io.triglot.runtime.CallObserver.Observation;
import io.triglot.runtime.CallObserver.Scope;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.graphql.plan.BatchQueue;
import io.triglot.runtime.graphql.plan.FieldSource;
import io.triglot.runtime.graphql.plan.PlannableFetcher;
import io.triglot.runtime.graphql.plan.Replay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderOptions;
import org.jspecify.annotations.Nullable;

/**
 * Queues parents with a data loader, which calls the operation once for all parents of a level.
 *
 * <p>The loader is registered by the first parents that need it, so that a query without the field
 * does not pay for it. It keeps nothing from one level to the next: an answer never holds what a
 * mutation in the same request has made old.
 *
 * @param loader the name of the loader, unique in the schema
 */
record BatchingFetcher<P>(String loader, BatchFetcher<P> fetcher)
    implements PlannableFetcher<CompletionStage<@Nullable Object>>, BatchQueue {

  private static final DataLoaderOptions OPTIONS =
      DataLoaderOptions.newOptions().setCachingEnabled(false).build();

  @Override
  public Optional<FieldSource> source() {
    return Optional.of(new FieldSource.Batch(this));
  }

  @Override
  public CompletionStage<@Nullable Object> get(DataFetchingEnvironment environment) {
    CompletionStage<@Nullable Object> known = Replay.of(this, environment);
    return known == null
        ? load(List.of(Objects.requireNonNull(environment.<Object>getSource())), environment)
            .thenApply(values -> values.get(0))
        : known;
  }

  /** The loader's keys are lists of parents: those of a plan are queued together. */
  @Override
  public CompletableFuture<List<@Nullable Object>> load(
      List<Object> parents, DataFetchingEnvironment environment) {
    CallRequest request = Execution.request(environment);
    Observation observed = Execution.observation(environment);
    environment
        .getDataLoaderRegistry()
        .computeIfAbsent(
            loader,
            name ->
                DataLoaderFactory.<List<Object>, List<@Nullable Object>>newDataLoader(
                    name, groups -> load(request, observed, groups), OPTIONS));
    DataLoader<List<Object>, List<@Nullable Object>> queue =
        Objects.requireNonNull(environment.getDataLoader(loader));
    return queue.load(parents);
  }

  /** Loads equal parents, which aliases and repeated values bring about, once. */
  @SuppressWarnings({"try", "unchecked"}) // the scope is to be closed; parents are of the type
  private CompletionStage<List<List<@Nullable Object>>> load(
      CallRequest request, Observation observed, List<List<Object>> groups) {
    Map<Object, Integer> positions = new LinkedHashMap<>();
    groups.forEach(
        group -> group.forEach(parent -> positions.putIfAbsent(parent, positions.size())));
    try (Scope scope = observed.enter()) {
      return fetcher
          .load(request, (List<P>) List.copyOf(positions.keySet()))
          .thenApply(
              values -> groups.stream().map(group -> spread(values, group, positions)).toList());
    }
  }

  private static List<@Nullable Object> spread(
      List<? extends @Nullable Object> values,
      List<Object> parents,
      Map<Object, Integer> positions) {
    List<@Nullable Object> spread = new ArrayList<>(parents.size());
    for (Object parent : parents) {
      spread.add(values.get(positions.getOrDefault(parent, 0)));
    }
    return spread;
  }
}
