package io.triglot.runtime.graphql;

import graphql.GraphQLError;
import graphql.execution.DataFetcherResult;
import graphql.execution.ResultPath;
import graphql.language.SourceLocation;
import graphql.schema.DataFetchingEnvironment;
import io.triglot.runtime.CallException;
import io.triglot.runtime.Failure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * What has been found for a field of entities, and what has failed. Thread-safe, because calls end
 * on any thread.
 */
final class EntityAnswers {
  private final DataFetchingEnvironment environment;
  private final ErrorMapping errors;
  private final List<@Nullable Object> objects;
  private final List<GraphQLError> failed = new ArrayList<>();

  /**
   * Nothing yet.
   *
   * @param size how many are asked for
   */
  EntityAnswers(DataFetchingEnvironment environment, ErrorMapping errors, int size) {
    this.environment = environment;
    this.errors = errors;
    objects = new ArrayList<>(Collections.nCopies(size, null));
  }

  /** Something, or nothing, has been found for these places. */
  synchronized void put(List<Integer> places, @Nullable Object object) {
    places.forEach(place -> objects.set(place, object));
  }

  /** What is at these places has failed. */
  void fail(List<Integer> places, Throwable thrown) {
    ResultPath path = environment.getExecutionStepInfo().getPath();
    places.forEach(place -> fail(path.segment(place), thrown));
  }

  /** The only one has failed. */
  void fail(Throwable thrown) {
    fail(environment.getExecutionStepInfo().getPath(), thrown);
  }

  private synchronized void fail(ResultPath path, Throwable thrown) {
    SourceLocation location = environment.getField().getSourceLocation();
    failed.add(
        new FailureError(
            failure(thrown), location == null ? List.of() : List.of(location), path.toList()));
  }

  private Failure failure(Throwable thrown) {
    Throwable cause = thrown.getCause();
    Throwable error = thrown instanceof CompletionException && cause != null ? cause : thrown;
    return error instanceof CallException known
        ? known.failure()
        : errors.failure("Query." + environment.getField().getName(), error);
  }

  /** All of them, with null for what has not been found. */
  synchronized DataFetcherResult<@Nullable Object> list() {
    return result(objects);
  }

  /** The only one; null where it has not been found. */
  synchronized DataFetcherResult<@Nullable Object> one() {
    return result(objects.get(0));
  }

  private DataFetcherResult<@Nullable Object> result(@Nullable Object data) {
    return DataFetcherResult.<@Nullable Object>newResult().data(data).errors(failed).build();
  }
}
