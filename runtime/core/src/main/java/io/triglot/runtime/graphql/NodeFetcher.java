package io.triglot.runtime.graphql;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.triglot.runtime.CallObserver.Observation;
import io.triglot.runtime.CallObserver.Scope;
import io.triglot.runtime.SharedRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntFunction;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderOptions;
import org.dataloader.Try;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code Query.node} and {@code Query.nodes}: finds objects by their global ids, all of a
 * type that a request asks for in one call, whichever of its fields do. What there is not is null;
 * so is, with an error at its place, what may not be found, and what is no id.
 *
 * @param finders by the names of their types
 * @param many whether it is {@code nodes}
 */
record NodeFetcher(Map<String, EntityFinder<?>> finders, ErrorMapping errors, boolean many)
    implements DataFetcher<CompletionStage<DataFetcherResult<@Nullable Object>>> {
  private static final String LOADER = "Query.nodes";
  private static final DataLoaderOptions OPTIONS =
      DataLoaderOptions.newOptions().setCachingEnabled(false).build();

  /** What is to be found by what: a key of the loader. */
  private record Wanted(EntityFinder<?> finder, Object key) {}

  @Override
  public CompletionStage<DataFetcherResult<@Nullable Object>> get(
      DataFetchingEnvironment environment) {
    List<String> ids =
        many
            ? Objects.requireNonNull(environment.<List<String>>getArgument(NodeFields.IDS))
            : List.of(Objects.requireNonNull(environment.<String>getArgument(NodeFields.ID)));
    EntityAnswers answers = new EntityAnswers(environment, errors, ids.size());
    List<CompletableFuture<?>> open = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      int place = i;
      try {
        Wanted wanted = wanted(ids.get(i), environment, place);
        if (wanted != null) {
          open.add(
              load(wanted, environment)
                  .handle(
                      (found, failure) -> {
                        answer(answers, place, found, failure);
                        return null;
                      }));
        }
      } catch (RuntimeException wrong) {
        answer(answers, place, null, wrong);
      }
    }
    return CompletableFuture.allOf(open.toArray(CompletableFuture[]::new))
        .thenApply(done -> many ? answers.list() : answers.one());
  }

  private void answer(
      EntityAnswers answers, int place, @Nullable Object found, @Nullable Throwable failure) {
    if (failure == null) {
      answers.put(List.of(place), found);
    } else if (many) {
      answers.fail(List.of(place), failure);
    } else {
      answers.fail(failure);
    }
  }

  /** What an id stands for; null for an object of a type that is no node here. */
  private @Nullable Wanted wanted(String text, DataFetchingEnvironment environment, int place) {
    SharedRequest request = Execution.request(environment);
    InputPath root = InputPath.root(request::clearance);
    InputPath path = many ? root.field(NodeFields.IDS).index(place) : root.field(NodeFields.ID);
    GlobalId id =
        GlobalId.parse(text).orElseThrow(() -> path.invalid("must be the id of an object"));
    EntityFinder<?> finder = finders.get(id.type());
    if (finder == null) {
      return null;
    }
    if (finder.key().size() != id.key().size()) {
      throw path.invalid("must be the id of an object");
    }
    Map<String, @Nullable Object> representation = new LinkedHashMap<>();
    for (int i = 0; i < finder.key().size(); i++) {
      representation.put(finder.key().get(i), id.key().get(i));
    }
    return new Wanted(finder, EntityKeys.read(finder, representation, environment, path));
  }

  private static CompletableFuture<@Nullable Object> load(
      Wanted wanted, DataFetchingEnvironment environment) {
    SharedRequest request = Execution.request(environment);
    Observation observed = Execution.observation(environment);
    environment
        .getDataLoaderRegistry()
        .computeIfAbsent(
            LOADER,
            name ->
                DataLoaderFactory.<Wanted, @Nullable Object>newDataLoaderWithTry(
                    name, all -> load(request, observed, all), OPTIONS));
    DataLoader<Wanted, @Nullable Object> loader =
        Objects.requireNonNull(environment.getDataLoader(LOADER));
    return loader.load(wanted);
  }

  @SuppressWarnings("try") // the scope is there to be closed
  private static CompletionStage<List<Try<@Nullable Object>>> load(
      SharedRequest request, Observation observed, List<Wanted> all) {
    Map<EntityFinder<?>, Set<Object>> keys = new LinkedHashMap<>();
    all.forEach(
        each -> keys.computeIfAbsent(each.finder(), any -> new LinkedHashSet<>()).add(each.key()));
    Map<EntityFinder<?>, CompletableFuture<Map<Object, Try<@Nullable Object>>>> calls =
        new LinkedHashMap<>();
    try (Scope scope = observed.enter()) {
      keys.forEach((finder, each) -> calls.put(finder, call(finder, request, List.copyOf(each))));
    }
    return CompletableFuture.allOf(calls.values().toArray(CompletableFuture[]::new))
        .thenApply(
            done ->
                all.stream()
                    .map(
                        each ->
                            Objects.requireNonNull(
                                Objects.requireNonNull(calls.get(each.finder()))
                                    .join()
                                    .get(each.key())))
                    .toList());
  }

  @SuppressWarnings({"unchecked", "CatchingUnchecked"}) // keys are the reader's; it may throw all
  private static <K> CompletableFuture<Map<Object, Try<@Nullable Object>>> call(
      EntityFinder<K> finder, SharedRequest request, List<?> keys) {
    try {
      return finder
          .fetcher()
          .load(request, (List<K>) keys)
          .handle(
              (found, failure) ->
                  found(keys, i -> tried(found == null ? null : found.get(i), failure)))
          .toCompletableFuture();
    } catch (Exception failure) {
      return CompletableFuture.completedFuture(found(keys, i -> Try.failed(failure)));
    }
  }

  private static Try<@Nullable Object> tried(@Nullable Object value, @Nullable Throwable failure) {
    return failure == null ? Try.succeeded(value) : Try.failed(failure);
  }

  private static Map<Object, Try<@Nullable Object>> found(
      List<?> keys, IntFunction<Try<@Nullable Object>> at) {
    Map<Object, Try<@Nullable Object>> found = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      found.put(keys.get(i), at.apply(i));
    }
    return found;
  }
}
