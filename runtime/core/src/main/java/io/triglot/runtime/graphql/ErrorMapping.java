package io.triglot.runtime.graphql;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.execution.NonNullableValueCoercedAsNullException;
import graphql.language.SourceLocation;
import graphql.schema.DataFetchingEnvironment;
import io.triglot.runtime.Calls;
import io.triglot.runtime.Failure;
import io.triglot.runtime.FieldViolation;
import io.triglot.runtime.StatusCode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Gives every error of an execution its canonical code, whether it comes from a call, from
 * graphql-java or from a bug.
 */
record ErrorMapping(Calls calls) implements DataFetcherExceptionHandler {

  /** The error of a field whose fetcher or loader failed. */
  @Override
  public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
      DataFetcherExceptionHandlerParameters thrown) {
    DataFetchingEnvironment field = thrown.getDataFetchingEnvironment();
    SourceLocation location = thrown.getSourceLocation();
    GraphQLError error =
        new FailureError(
            thrown.getException() instanceof NonNullableValueCoercedAsNullException refused
                ? WrongVariables.failure(field, refused)
                : failure(coordinates(field), thrown.getException()),
            location == null ? List.of() : List.of(location),
            thrown.getPath().toList());
    return CompletableFuture.completedFuture(
        DataFetcherExceptionHandlerResult.newResult(error).build());
  }

  /** What a throwable means for the caller; one that is not known is logged as an incident. */
  Failure failure(String place, Throwable thrown) {
    Throwable cause = thrown.getCause();
    Throwable error = thrown instanceof CompletionException && cause != null ? cause : thrown;
    return calls.failure(place, error).failure();
  }

  /** An error of graphql-java's own in our form; one of ours as it is. */
  GraphQLError mapped(GraphQLError error) {
    return error instanceof FailureError
        ? error
        : new FailureError(failure(error), error.getLocations(), error.getPath());
  }

  /** The error of a request whose variables could not be read. */
  GraphQLError mapped(GraphQLError error, List<FieldViolation> variables) {
    if (variables.isEmpty() || !(mapped(error) instanceof FailureError known)) {
      return mapped(error);
    }
    Failure failure = known.failure();
    return new FailureError(
        new Failure(
            failure.code(), failure.reason(), failure.message(), variables, failure.details()),
        known.locations(),
        known.path());
  }

  private Failure failure(GraphQLError error) {
    ErrorClassification type = error.getErrorType();
    if (type == ErrorType.NullValueInNonNullableField) {
      return Failure.of(StatusCode.INTERNAL, error.getMessage());
    }
    if (type == ErrorType.DataFetchingException) {
      return calls.failure(String.valueOf(error.getPath()), asThrowable(error)).failure();
    }
    return Failure.of(StatusCode.INVALID_ARGUMENT, error.getMessage());
  }

  /** A value that does not fit its type is a bug of the service: its message may hold secrets. */
  private static Throwable asThrowable(GraphQLError error) {
    return error instanceof Throwable thrown
        ? thrown
        : new IllegalStateException(error.getMessage());
  }

  private static String coordinates(DataFetchingEnvironment field) {
    return type(field.getParentType()) + "." + field.getField().getName();
  }

  private static String type(graphql.schema.@Nullable GraphQLType type) {
    return type instanceof graphql.schema.GraphQLNamedType named ? named.getName() : "?";
  }
}
