package io.triglot.runtime.graphql;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a schema calls its root types: the bindings that add fields to one agree on the names of all
 * of them. Used at start by one thread.
 */
final class RootNames {
  static final String QUERY = "Query";
  static final String MUTATION = "Mutation";
  static final String SUBSCRIPTION = "Subscription";

  private static final Map<String, String> USUAL =
      Map.of(QUERY, QUERY, MUTATION, MUTATION, SUBSCRIPTION, SUBSCRIPTION);

  /** The names of the first binding that adds to a root type; null without any. */
  private @Nullable Chosen chosen;

  private Chosen present = new Chosen(USUAL, "");

  /** What a binding calls the root types. */
  private record Chosen(Map<String, String> names, String contributor) {
    @Override
    public String toString() {
      String shown =
          Stream.of(QUERY, MUTATION, SUBSCRIPTION)
              .map(names::get)
              .collect(Collectors.joining(", "));
      return contributor + " calls the root types of GraphQL " + shown;
    }
  }

  /** A binding follows, which has the usual names until it says otherwise. */
  void binding(String contributor) {
    present = new Chosen(USUAL, contributor);
  }

  /** What the binding calls them. */
  void names(String query, String mutation, String subscription) {
    Map<String, String> names =
        Map.of(QUERY, query, MUTATION, mutation, SUBSCRIPTION, subscription);
    present = new Chosen(names, present.contributor());
  }

  /**
   * The name of a root type that the binding adds to.
   *
   * @throws IllegalStateException when another one has chosen other names
   */
  String used(String root) {
    if (chosen == null) {
      chosen = present;
    } else if (!chosen.names().equals(present.names())) {
      throw new IllegalStateException(
          chosen + ", " + present + ". Compile both with the same options.");
    }
    return name(root);
  }

  /** The name of a root type in the schema. */
  String name(String root) {
    return Objects.requireNonNull((chosen == null ? present : chosen).names().get(root));
  }
}
