package io.triglot.runtime.graphql;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What fields cost that do not cost 1.
 *
 * @param byField by the coordinates of the fields
 * @param assumedListSize how many elements a list counts for whose field does not tell
 */
record FieldCosts(Map<String, Integer> byField, int assumedListSize) {
  FieldCosts {
    byField = Map.copyOf(byField);
  }

  /**
   * What services say of their fields, and what the settings say of any.
   *
   * @param fields the coordinates of all fields
   * @throws IllegalStateException when the settings tell of a field that there is not
   */
  static FieldCosts of(
      Map<String, Integer> declared, GraphQlSettings settings, Set<String> fields) {
    Set<String> unknown = new TreeSet<>(settings.costs().keySet());
    unknown.removeAll(fields);
    if (!unknown.isEmpty()) {
      throw new IllegalStateException(
          "There is a cost of the GraphQL field "
              + unknown.iterator().next()
              + ", which no type has.");
    }
    Map<String, Integer> all = new HashMap<>(declared);
    all.putAll(settings.costs());
    return new FieldCosts(all, settings.assumedListSize());
  }

  int of(String type, String field) {
    return byField.isEmpty() ? 1 : byField.getOrDefault(type + "." + field, 1);
  }
}
