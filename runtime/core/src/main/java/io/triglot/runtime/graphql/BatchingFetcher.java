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

  @Override
  public Optional<FieldSource> source() {
    return Optional.of(new FieldSource.Batch(this));
  }

  @Override
  public CompletionStage<@Nullable Object> get(DataFetchingEnvironment environment) {
    CompletionStage<@Nullable Object> known = Replay.of(this, environment);
    if (known != null) {
      return known;
    }
    Object parent = Objects.requireNonNull(environment.<Object>getSource());
    return load(new Group(List.of(parent), environment.getArguments()), environment)
        .thenApply(values -> values.get(0));
  }

  @Override
  public CompletableFuture<List<@Nullable Object>> load(
      Group group, DataFetchingEnvironment environment) {
    SharedRequest request = Execution.request(environment);
    Observation observed = Execution.observation(environment);
    environment
        .getDataLoaderRegistry()
        .computeIfAbsent(
            loader,
            name ->
                DataLoaderFactory.<Group, List<@Nullable Object>>newDataLoaderWithTry(
                    name, groups -> tried(load(request, observed, groups)), OPTIONS));
    DataLoader<Group, List<@Nullable Object>> queue =
        Objects.requireNonNull(environment.getDataLoader(loader));
    return queue.load(group);
  }

  private static CompletionStage<List<Try<List<@Nullable Object>>>> tried(
      List<CompletableFuture<List<@Nullable Object>>> loads) {
    List<CompletableFuture<Try<List<@Nullable Object>>>> tried =
        loads.stream()
            .map(
                load ->
                    load.handle(
                        (values, failure) ->
                            failure == null
                                ? Try.succeeded(values)
                                : Try.<List<@Nullable Object>>failed(unwrapped(failure))))
            .toList();
    return CompletableFuture.allOf(tried.toArray(CompletableFuture[]::new))
        .thenApply(done -> tried.stream().map(CompletableFuture::join).toList());
  }

  /** Each of the arguments is a call of its own, and fails by itself. */
  @Override
  @SuppressWarnings("try") // the scope is there to be closed
  public List<CompletableFuture<List<@Nullable Object>>> load(
      SharedRequest request, Observation observed, List<Group> groups) {
    Map<Map<String, @Nullable Object>, BatchCall<P>> calls = new LinkedHashMap<>();
    List<Share<P>> shares = new ArrayList<>(groups.size());
    for (Group group : groups) {
      BatchCall<P> call =
          calls.computeIfAbsent(group.arguments(), any -> new BatchCall<>(group.parents().size()));
      shares.add(new Share<>(call, call.add(group.parents())));
    }
    try (Scope scope = observed.enter()) {
      calls.forEach((arguments, call) -> call.make(method, arguments, request));
    }
    return shares.stream().map(Share::values).toList();
  }

  /** What a group has of a call. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Share<P>(BatchCall<P> call, int[] places) {
    CompletableFuture<List<@Nullable Object>> values() {
      return call.values(places);
    }
  }

  private static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }
}
