package io.triglot.runtime.graphql.plan;

import io.triglot.runtime.graphql.plan.Column.Batched;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** The batched columns of a stage that is being planned. */
final class StageColumns {
  private final List<List<Batched>> byDepth = new ArrayList<>();
  private int count;

  /**
   * Adds a column.
   *
   * @param depth of the objects that it belongs to
   * @param column makes it of its ordinal
   */
  Batched add(int depth, IntFunction<Batched> column) {
    while (byDepth.size() <= depth) {
      byDepth.add(new ArrayList<>());
    }
    Batched added = column.apply(count++);
    byDepth.get(depth).add(added);
    return added;
  }

  List<List<Batched>> byDepth() {
    return byDepth.stream().map(List::copyOf).toList();
  }
}
