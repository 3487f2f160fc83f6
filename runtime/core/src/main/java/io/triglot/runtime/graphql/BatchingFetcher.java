package io.triglot.runtime.graphql;

import graphql.schema.DataFetchingEnvironment;
import io.triglot.runtime.CallObserver.Observation;
import io.triglot.runtime.CallObserver.Scope;
import io.triglot.runtime.SharedRequest;
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
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderOptions;
import org.dataloader.Try;
import org.jspecify.annotations.Nullable;

/**
 * Queues parents with a data loader, which calls the operation once for all parents of a level, or
 * once for each of the arguments that it is given there.
 *
 * <p>The loader is registered by the first parents that need it, so that a query without the field
 * does not pay for it. It keeps nothing from one level to the next: an answer never holds what a
 * mutation in the same request has made old.
 *
 * @param loader the name of the loader, unique in the schema
 */
record BatchingFetcher<P>(String loader, BatchMethod<P> method)
    implements PlannableFetcher<CompletionStage<@Nullable Object>>, BatchQueue {

  private static final DataLoaderOptions OPTIONS =
      DataLoaderOptions.newOptions().setCachingEnabled(false).build();

  /** Parents that are queued together: a key of the loader. */
  private record Group(List<Object> parents, Map<String, @Nullable Object> arguments) {}

  @Override
  public Optional<FieldSource> source() {
    return Optional.of(new FieldSource.Batch(this));
  }

  @Override
  public CompletionStage<@Nullable Object> get(DataFetchingEnvironment environment) {
    CompletionStage<@Nullable Object> known = Replay.of(this, environment);
    return known == null
        ? load(
                List.of(Objects.requireNonNull(environment.<Object>getSource())),
                environment.getArguments(),
                environment)
            .thenApply(values -> values.get(0))
        : known;
  }

  @Override
  public CompletableFuture<List<@Nullable Object>> load(
      List<Object> parents,
      Map<String, @Nullable Object> arguments,
      DataFetchingEnvironment environment) {
    SharedRequest request = Execution.request(environment);
    Observation observed = Execution.observation(environment);
    environment
        .getDataLoaderRegistry()
        .computeIfAbsent(
            loader,
            name ->
                DataLoaderFactory.<Group, List<@Nullable Object>>newDataLoaderWithTry(
                    name, groups -> load(request, observed, groups), OPTIONS));
    DataLoader<Group, List<@Nullable Object>> queue =
        Objects.requireNonNull(environment.getDataLoader(loader));
    return queue.load(new Group(parents, arguments));
  }

  /** Each of the arguments is a call of its own, and fails by itself. */
  @SuppressWarnings("try") // the scope is there to be closed
  private CompletionStage<List<Try<List<@Nullable Object>>>> load(
      SharedRequest request, Observation observed, List<Group> groups) {
    Map<Map<String, @Nullable Object>, List<Group>> alike = new LinkedHashMap<>();
    groups.forEach(
        group -> alike.computeIfAbsent(group.arguments(), any -> new ArrayList<>()).add(group));
    Map<Map<String, @Nullable Object>, CompletableFuture<Try<Loaded>>> calls =
        new LinkedHashMap<>();
    try (Scope scope = observed.enter()) {
      alike.forEach((arguments, each) -> calls.put(arguments, load(request, arguments, each)));
    }
    return CompletableFuture.allOf(calls.values().toArray(CompletableFuture[]::new))
        .thenApply(
            done ->
                groups.stream()
                    .map(
                        group ->
                            Objects.requireNonNull(calls.get(group.arguments()))
                                .join()
                                .map(loaded -> loaded.of(group)))
                    .toList());
  }

  /** What one call has loaded, and where the value of each parent is. */
  private record Loaded(List<? extends @Nullable Object> values, Map<Object, Integer> positions) {
    List<@Nullable Object> of(Group group) {
      List<@Nullable Object> spread = new ArrayList<>(group.parents().size());
      for (Object parent : group.parents()) {
        spread.add(values.get(positions.getOrDefault(parent, 0)));
      }
      return spread;
    }
  }

  /** Loads equal parents, which aliases and repeated values bring about, once. */
  @SuppressWarnings({"unchecked", "CatchingUnchecked"}) // parents are of the type; it may throw all
  private CompletableFuture<Try<Loaded>> load(
      SharedRequest request, Map<String, @Nullable Object> arguments, List<Group> groups) {
    Map<Object, Integer> positions = new LinkedHashMap<>();
    groups.forEach(
        group ->
            group.parents().forEach(parent -> positions.putIfAbsent(parent, positions.size())));
    try {
      return method
          .load(
              request,
              InputFields.arguments(arguments, request),
              (List<P>) List.copyOf(positions.keySet()))
          .handle((values, failure) -> loaded(values, positions, failure))
          .toCompletableFuture();
    } catch (Exception failure) {
      return CompletableFuture.completedFuture(Try.failed(failure));
    }
  }

  private static Try<Loaded> loaded(
      @Nullable List<? extends @Nullable Object> values,
      Map<Object, Integer> positions,
      @Nullable Throwable failure) {
    if (values != null) {
      return Try.succeeded(new Loaded(values, positions));
    }
    Throwable thrown = Objects.requireNonNull(failure, "null instead of values");
    Throwable cause = thrown.getCause();
    return Try.failed(thrown instanceof CompletionException && cause != null ? cause : thrown);
  }
}
