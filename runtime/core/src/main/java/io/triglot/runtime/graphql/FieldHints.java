package io.triglot.runtime.graphql;

import io.triglot.runtime.CacheHint;
import io.triglot.runtime.OperationDescriptor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * What fields cost that do not cost 1, and which answers may be kept.
 *
 * @param costs by the coordinates of the fields
 * @param caches by the coordinates of the fields
 * @param assumedListSize how many elements a list counts for whose field does not tell
 */
record FieldHints(Map<String, Integer> costs, Map<String, CacheHint> caches, int assumedListSize) {
  FieldHints {
    costs = Map.copyOf(costs);
    caches = Map.copyOf(caches);
  }

  /**
   * What services say of their fields, and what the settings say of any.
   *
   * @param fields the coordinates of all fields
   * @throws IllegalStateException when the settings tell of a field that there is not
   */
  static FieldHints of(
      Map<String, OperationDescriptor> operations,
      GraphQlSettings settings,
      Supplier<Set<String>> fields) {
    if (!settings.costs().isEmpty()) {
      requireAll(settings.costs().keySet(), fields.get());
    }
    Map<String, Integer> costs = new HashMap<>();
    Map<String, CacheHint> caches = new HashMap<>();
    operations.forEach(
        (field, operation) -> {
          costs.put(field, operation.cost());
          CacheHint cache = operation.cache();
          if (cache != null) {
            caches.put(field, cache);
          }
        });
    costs.putAll(settings.costs());
    return new FieldHints(costs, caches, settings.assumedListSize());
  }

  private static void requireAll(Set<String> costly, Set<String> fields) {
    Set<String> unknown = new TreeSet<>(costly);
    unknown.removeAll(fields);
    if (!unknown.isEmpty()) {
      throw new IllegalStateException(
          "There is a cost of the GraphQL field "
              + unknown.iterator().next()
              + ", which no type has.");
    }
  }

  /** What a field costs. */
  int cost(String type, String field) {
    return costs.isEmpty() ? 1 : costs.getOrDefault(type + "." + field, 1);
  }

  /** For how long the answer of a field may be kept. */
  Optional<CacheHint> cache(String type, String field) {
    return Optional.ofNullable(caches.get(type + "." + field));
  }
}
