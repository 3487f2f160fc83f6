package io.triglot.runtime.graphql;

import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.execution.DataFetcherResult;
import graphql.language.SourceLocation;
import graphql.schema.CoercingParseValueException;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.triglot.runtime.CallException;
import io.triglot.runtime.CallObserver.Scope;
import io.triglot.runtime.Failure;
import io.triglot.runtime.SharedRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
    implements DataFetcher<CompletionStage<DataFetcherResult<List<@Nullable Object>>>> {

  @Override
  @SuppressWarnings("try") // the scope is there to be closed
  public CompletionStage<DataFetcherResult<List<@Nullable Object>>> get(
      DataFetchingEnvironment environment) {
    List<Map<String, @Nullable Object>> asked =
        Objects.requireNonNull(environment.getArgument("representations"));
    Answers answers = new Answers(environment, errors, asked.size());
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
        .thenApply(done -> answers.result());
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
    Object key = finder.reader().read(coerced(environment, type, representation, path), path);
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

  /** The fields of a representation as those of the type's that they stand for. */
  private static Map<String, @Nullable Object> coerced(
      DataFetchingEnvironment environment,
      String name,
      Map<String, @Nullable Object> representation,
      InputPath path) {
    GraphQLObjectType type =
        Objects.requireNonNull(environment.getGraphQLSchema().getObjectType(name));
    Map<String, @Nullable Object> coerced = new LinkedHashMap<>();
    representation.forEach(
        (field, value) -> {
          GraphQLFieldDefinition definition = type.getFieldDefinition(field);
          if (definition != null && value != null) {
            coerced.put(
                field,
                coerced(
                    GraphQLTypeUtil.unwrapNonNull(definition.getType()),
                    value,
                    environment,
                    path.field(field)));
          }
        });
    return coerced;
  }

  private static @Nullable Object coerced(
      GraphQLType type, Object value, DataFetchingEnvironment environment, InputPath path) {
    GraphQLContext context = environment.getGraphQlContext();
    Locale locale = environment.getLocale();
    try {
      if (type instanceof GraphQLScalarType scalar) {
        return scalar.getCoercing().parseValue(value, context, locale);
      }
      return type instanceof GraphQLEnumType enumeration
          ? enumeration.parseValue(value, context, locale)
          : null;
    } catch (CoercingParseValueException wrong) {
      throw path.invalid("must be a " + GraphQLTypeUtil.simplePrint(type));
    }
  }

  @SuppressWarnings({"unchecked", "CatchingUnchecked"}) // keys are the reader's; it may throw all
  private static <K> CompletableFuture<?> call(
      EntityFinder<K> finder, Wanted wanted, DataFetchingEnvironment environment, Answers answers) {
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

  /** What has been found, and what has failed; thread-safe, because calls end on any thread. */
  private static final class Answers {
    private final DataFetchingEnvironment environment;
    private final ErrorMapping errors;
    private final List<@Nullable Object> objects;
    private final List<GraphQLError> failed = new ArrayList<>();

    Answers(DataFetchingEnvironment environment, ErrorMapping errors, int size) {
      this.environment = environment;
      this.errors = errors;
      objects = new ArrayList<>(Collections.nCopies(size, null));
    }

    synchronized void put(List<Integer> places, @Nullable Object object) {
      places.forEach(place -> objects.set(place, object));
    }

    synchronized void fail(List<Integer> places, Throwable thrown) {
      Failure failure =
          thrown instanceof CallException known
              ? known.failure()
              : errors.failure("Query._entities", thrown);
      SourceLocation location = environment.getField().getSourceLocation();
      for (int place : places) {
        failed.add(
            new FailureError(
                failure,
                location == null ? List.of() : List.of(location),
                environment.getExecutionStepInfo().getPath().segment(place).toList()));
      }
    }

    synchronized DataFetcherResult<List<@Nullable Object>> result() {
      return DataFetcherResult.<List<@Nullable Object>>newResult()
          .data(objects)
          .errors(failed)
          .build();
    }
  }
}
