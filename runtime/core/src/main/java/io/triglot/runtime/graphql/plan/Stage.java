package io.triglot.runtime.graphql.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be completed without loading anything: everything beneath a value, down to the batched
 * columns, whose values are stages of their own.
 *
 * @param batched the batched columns by the depth of their objects, 0 being the value itself
 */
record Stage(Slot slot, List<List<Column.Batched>> batched) {
  private static final @Nullable Load[] NOTHING = {};

  /** A place for what a pass has to load, for each batched column. */
  @Nullable Load[] loads() {
    int count = 0;
    for (List<Column.Batched> columns : batched) {
      count += columns.size();
    }
    return count == 0 ? NOTHING : new @Nullable Load[count];
  }
}
