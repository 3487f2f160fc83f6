package io.triglot.runtime.graphql;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import io.triglot.runtime.Failure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Failure} in GraphQL's form: the one place that decides what {@code errors[].extensions}
 * holds, which is the code, the reason, the violations if there are any, and the details as members
 * of their own.
 *
 * @param locations where in the document; null where that is not known
 * @param path which field of the result; null for an error of the request
 */
record FailureError(
    Failure failure, @Nullable List<SourceLocation> locations, @Nullable List<Object> path)
    implements GraphQLError {

  /** An error of the request as a whole. */
  static FailureError of(Failure failure) {
    return new FailureError(failure, null, null);
  }

  /** The first failure that is the server's fault, else the first; null where there is none. */
  static @Nullable Failure gravest(List<? extends GraphQLError> errors) {
    if (errors.isEmpty()) {
      return null; // as nearly always
    }
    List<Failure> failures =
        errors.stream()
            .filter(FailureError.class::isInstance)
            .map(error -> ((FailureError) error).failure())
            .toList();
    return failures.stream()
        .filter(failure -> failure.code().isServerFault())
        .findFirst()
        .orElse(failures.isEmpty() ? null : failures.get(0));
  }

  @Override
  public String getMessage() {
    return failure.message();
  }

  @Override
  public @Nullable List<SourceLocation> getLocations() {
    return locations;
  }

  @Override
  public @Nullable List<Object> getPath() {
    return path;
  }

  @Override
  public ErrorClassification getErrorType() {
    return ErrorClassification.errorClassification(failure.code().name());
  }

  @Override
  public Map<String, Object> getExtensions() {
    Map<String, Object> extensions = new LinkedHashMap<>();
    failure.addTo(extensions);
    return extensions;
  }

  @Override
  public Map<String, Object> toSpecification() {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", getMessage());
    if (locations != null && !locations.isEmpty()) {
      error.put("locations", locations.stream().map(FailureError::location).toList());
    }
    if (path != null) {
      error.put("path", path);
    }
    error.put("extensions", getExtensions());
    return error;
  }

  private static Map<String, Object> location(SourceLocation location) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("line", location.getLine());
    members.put("column", location.getColumn());
    return members;
  }
}
