package io.triglot.runtime.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.triglot.runtime.CallObserver.Observation;
import io.triglot.runtime.CallObserver.Scope;
import io.triglot.runtime.CallRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderOptions;
import org.jspecify.annotations.Nullable;

/**
 * Queues each parent with a data loader, which calls the operation once for all parents of a level.
 *
 * <p>The loader is registered by the first parent that needs it, so that a query without the field
 * does not pay for it. It keeps nothing from one level to the next: an answer never holds what a
 * mutation in the same request has made old.
 *
 * @param loader the name of the loader, unique in the schema
 */
record BatchingFetcher<P>(String loader, BatchFetcher<P> fetcher)
    implements DataFetcher<CompletionStage<@Nullable Object>> {

  private static final DataLoaderOptions OPTIONS =
      DataLoaderOptions.newOptions().setCachingEnabled(false).build();

  @Override
  @SuppressWarnings("unchecked") // the field is on the type of these very parents, never null
  public CompletionStage<@Nullable Object> get(DataFetchingEnvironment environment) {
    CallRequest request = Execution.request(environment);
    Observation observed = Execution.observation(environment);
    environment
        .getDataLoaderRegistry()
        .computeIfAbsent(
            loader,
            name ->
                DataLoaderFactory.<P, @Nullable Object>newDataLoader(
                    name, parents -> load(request, observed, parents), OPTIONS));
    DataLoader<P, @Nullable Object> queue =
        Objects.requireNonNull(environment.getDataLoader(loader));
    return queue.load((P) Objects.requireNonNull(environment.<Object>getSource()));
  }

  /** Loads equal parents, which aliases and repeated values bring about, once. */
  @SuppressWarnings("try") // the scope is there to be closed
  private CompletionStage<List<@Nullable Object>> load(
      CallRequest request, Observation observed, List<P> parents) {
    Map<P, Integer> positions = new LinkedHashMap<>();
    parents.forEach(parent -> positions.putIfAbsent(parent, positions.size()));
    try (Scope scope = observed.enter()) {
      return fetcher
          .load(request, List.copyOf(positions.keySet()))
          .thenApply(values -> spread(values, parents, positions));
    }
  }

  private static <P> List<@Nullable Object> spread(
      List<? extends @Nullable Object> values, List<P> parents, Map<P, Integer> positions) {
    List<@Nullable Object> spread = new ArrayList<>(parents.size());
    for (P parent : parents) {
      spread.add(values.get(positions.getOrDefault(parent, 0)));
    }
    return spread;
  }
}
