package io.triglot.runtime.graphql;

import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import java.util.List;
import java.util.Map;

/**
 * What a GraphQL request may have most of. A request with more is refused before anything of it is
 * executed, with {@code INVALID_ARGUMENT} and the reason {@code GRAPHQL_LIMIT}.
 */
public enum GraphQlLimit {
  /** Lexical tokens of a document, comments not counted: 15,000. */
  TOKENS(15_000, "tokens"),
  /** Fields inside of fields: 20 levels. */
  DEPTH(20, "levels of fields"),
  /** Fields of a document, those of a fragment wherever it is spread: 10,000. */
  FIELDS(10_000, "fields"),
  /** Fields of a document that are given another name: 100. */
  ALIASES(100, "aliases"),
  /** Directives of a document: 100. */
  DIRECTIVES(100, "directives"),
  /**
   * What an operation costs: 100,000. Each field costs 1, or what its service or {@link
   * GraphQlSettings#withCost} says; what is selected of the elements of a list counts for each of
   * them. How many these are is the argument {@code first}, {@code last} or {@code limit} of the
   * list, or of the connection that it is in; else {@link GraphQlSettings#assumedListSize}.
   */
  COMPLEXITY(100_000, "units of cost"),
  /**
   * Requests in one HTTP request, as an array: 1, which means that there are no arrays. They are
   * executed one after the other.
   */
  BATCH(1, "requests in an array");

  private final int most;
  private final String unit;

  GraphQlLimit(int most, String unit) {
    this.most = most;
    this.unit = unit;
  }

  /** The most there may be where nothing else is set. */
  public int standard() {
    return most;
  }

  /** What a client is told that has sent more. */
  Failure exceeded(int most) {
    return new Failure(
        StatusCode.INVALID_ARGUMENT,
        "GRAPHQL_LIMIT",
        "The request has more than " + most + " " + unit,
        List.of(),
        Map.of("limit", name(), "most", most));
  }
}
