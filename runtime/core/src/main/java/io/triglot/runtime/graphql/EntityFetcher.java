package io.triglot.runtime.graphql;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.triglot.runtime.CallObserver.Scope;
import io.triglot.runtime.SharedRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code Query._entities}: finds the objects that a router knows by their keys, those of a
 * type and key in one call. What cannot be found for want of a right, or because the call fails, is
 * null with an error at its place; the others are there.
 *
 * @param finders by the names of their types
 */
record EntityFetcher(Map<String, List<EntityFinder<?>>> finders, ErrorMapping errors)
    implements DataFetcher<CompletionStage<DataFetcherResult<@Nullable Object>>> {

  @Override
  @SuppressWarnings("try") // the scope is there to be closed
  public CompletionStage<DataFetcherResult<@Nullable Object>> get(
      DataFetchingEnvironment environment) {
    List<Map<String, @Nullable Object>> asked =
        Objects.requireNonNull(environment.getArgument("representations"));
    EntityAnswers answers = new EntityAnswers(environment, errors, asked.size());
    Map<EntityFinder<?>, Wanted> calls = new LinkedHashMap<>();
    for (int i = 0; i < asked.size(); i++) {
      try {
        add(environment, asked.get(i), i, calls);
      } catch (RuntimeException wrong) {
        answers.fail(List.of(i), wrong);
      }
    }
    List<CompletableFuture<?>> open = new ArrayList<>();
    try (Scope scope = Execution.observation(environment).enter()) {
      calls.forEach((finder, wanted) -> open.add(call(finder, wanted, environment, answers)));
    }
    return CompletableFuture.allOf(open.toArray(CompletableFuture[]::new))
        .thenApply(done -> answers.list());
  }

  /** The keys of one call, and which places of the answer each is for. */
  private record Wanted(Map<Object, List<Integer>> places) {
    Wanted() {
      this(new LinkedHashMap<>());
    }
  }

  private void add(
      DataFetchingEnvironment environment,
      Map<String, @Nullable Object> representation,
      int place,
      Map<EntityFinder<?>, Wanted> calls) {
    InputPath path = path(environment, place);
    String type = String.valueOf(representation.get("__typename"));
    EntityFinder<?> finder =
        finders.getOrDefault(type, List.of()).stream()
            .filter(each -> each.takes(representation))
            .findFirst()
            .orElseThrow(
                () ->
                    finders.containsKey(type)
                        ? path.invalid("must have the fields of a key of " + type)
                        : path.field("__typename").invalid("must be the name of an entity"));
    Object key = EntityKeys.read(finder, representation, environment, path);
    calls
        .computeIfAbsent(finder, any -> new Wanted())
        .places()
        .computeIfAbsent(key, any -> new ArrayList<>())
        .add(place);
  }

  private static InputPath path(DataFetchingEnvironment environment, int place) {
    SharedRequest request = Execution.request(environment);
    return InputPath.root(request::clearance).field("representations").index(place);
  }

  @SuppressWarnings({"unchecked", "CatchingUnchecked"}) // keys are the reader's; it may throw all
  private static <K> CompletableFuture<?> call(
      EntityFinder<K> finder,
      Wanted wanted,
      DataFetchingEnvironment environment,
      EntityAnswers answers) {
    List<K> keys = (List<K>) List.copyOf(wanted.places().keySet());
    List<List<Integer>> places = List.copyOf(wanted.places().values());
    try {
      return finder
          .fetcher()
          .load(Execution.request(environment), keys)
          .handle(
              (found, failure) -> {
                for (int i = 0; i < places.size(); i++) {
                  if (failure == null) {
                    answers.put(places.get(i), found.get(i));
                  } else {
                    answers.fail(places.get(i), failure);
                  }
                }
                return null;
              })
          .toCompletableFuture();
    } catch (Exception failure) {
      places.forEach(each -> answers.fail(each, failure));
      return CompletableFuture.completedFuture(null);
    }
  }
}
