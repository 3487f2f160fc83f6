package io.triglot.runtime.graphql;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What GraphQL takes from its clients and offers to them. Immutable; {@link #DEFAULTS} and the
 * {@code with…} methods make others.
 *
 * @param limits what is set of the limits; all others are {@linkplain GraphQlLimit#standard()
 *     standard}
 * @param costs the costs of single fields by their coordinates, such as {@code Product.reviews};
 *     they go before what services say of theirs
 * @param assumedListSize how many elements a list counts for whose field does not tell
 * @param timeLimit how long the calls of a query, of a mutation, or of one event of a subscription
 *     may take all together; those that take longer fail with {@code DEADLINE_EXCEEDED}, which is
 *     an error of their fields
 * @param introspection whether clients may ask for the schema
 * @param persistedQueries how many documents are kept that clients call by their hash (automatic
 *     persisted queries); 0 for none
 */
public record GraphQlSettings(
    Map<GraphQlLimit, Integer> limits,
    SortedMap<String, Integer> costs,
    int assumedListSize,
    Duration timeLimit,
    boolean introspection,
    int persistedQueries) {

  /**
   * Standard limits, lists of 10 elements, 30 seconds, introspection, and 1,000 persisted queries.
   */
  public static final GraphQlSettings DEFAULTS =
      new GraphQlSettings(Map.of(), new TreeMap<>(), 10, Duration.ofSeconds(30), true, 1_000);

  /** Takes copies, and refuses what cannot be. */
  public GraphQlSettings {
    limits = Map.copyOf(limits);
    costs = Collections.unmodifiableSortedMap(new TreeMap<>(costs));
    Objects.requireNonNull(timeLimit, "timeLimit");
    limits.forEach(
        (limit, most) -> {
          if (most <= 0) {
            throw new IllegalArgumentException(limit + " must be positive");
          }
        });
    costs.forEach(
        (field, cost) -> {
          if (cost < 0) {
            throw new IllegalArgumentException("The cost of " + field + " must not be negative");
          }
        });
    if (assumedListSize <= 0 || timeLimit.toMillis() <= 0 || persistedQueries < 0) {
      throw new IllegalArgumentException("Sizes and times must be positive");
    }
  }

  /** The most there may be of something. */
  public int most(GraphQlLimit limit) {
    return limits.getOrDefault(limit, limit.standard());
  }

  /** The same settings with another limit. */
  public GraphQlSettings with(GraphQlLimit limit, int most) {
    Map<GraphQlLimit, Integer> others = new EnumMap<>(GraphQlLimit.class);
    others.putAll(limits);
    others.put(limit, most);
    return new GraphQlSettings(
        others, costs, assumedListSize, timeLimit, introspection, persistedQueries);
  }

  /**
   * The same settings with the cost of a field.
   *
   * @param field the type and the field, such as {@code Query.search}
   */
  public GraphQlSettings withCost(String field, int cost) {
    SortedMap<String, Integer> others = new TreeMap<>(costs);
    others.put(field, cost);
    return new GraphQlSettings(
        limits, others, assumedListSize, timeLimit, introspection, persistedQueries);
  }

  /** The same settings with another assumed size of lists. */
  public GraphQlSettings withAssumedListSize(int size) {
    return new GraphQlSettings(limits, costs, size, timeLimit, introspection, persistedQueries);
  }

  /** The same settings with another time for the calls of an operation. */
  public GraphQlSettings withTimeLimit(Duration time) {
    return new GraphQlSettings(
        limits, costs, assumedListSize, time, introspection, persistedQueries);
  }

  /** The same settings, by which nobody may ask for the schema. */
  public GraphQlSettings withoutIntrospection() {
    return new GraphQlSettings(limits, costs, assumedListSize, timeLimit, false, persistedQueries);
  }

  /** The same settings with another number of persisted queries. */
  public GraphQlSettings withPersistedQueries(int count) {
    return new GraphQlSettings(limits, costs, assumedListSize, timeLimit, introspection, count);
  }
}
