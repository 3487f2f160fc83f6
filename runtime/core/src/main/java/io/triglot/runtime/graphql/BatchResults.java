package io.triglot.runtime.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings what a batch method returned into the order of the parents. */
public final class BatchResults {
  private BatchResults() {}

  /** The values of a map from parent to value; null for a parent that it does not have. */
  public static <P, V extends @Nullable Object> List<@Nullable V> keyed(
      List<P> parents, Map<? super P, V> values) {
    List<@Nullable V> results = new ArrayList<>(parents.size());
    for (P parent : parents) {
      results.add(values.get(parent));
    }
    return results;
  }

  /**
   * The values of a list in the parents' order.
   *
   * @throws IllegalStateException when there are more or fewer of them than parents
   */
  public static <V extends @Nullable Object> List<V> ordered(List<?> parents, List<V> values) {
    if (values.size() != parents.size()) {
      throw new IllegalStateException(
          "A batch of " + parents.size() + " parents has " + values.size() + " results");
    }
    return values;
  }
}
