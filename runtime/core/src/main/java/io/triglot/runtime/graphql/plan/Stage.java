package io.triglot.runtime.graphql.plan;

import java.util.List;

/**
 * What can be completed without loading anything: everything beneath a value, down to the batched
 * columns, whose values are stages of their own.
 *
 * @param batched the batched columns by the depth of their objects, 0 being the value itself
 */
record Stage(Slot slot, List<List<Column.Batched>> batched) {

  /** How many batched columns there are. */
  int loads() {
    int count = 0;
    for (List<Column.Batched> columns : batched) {
      count += columns.size();
    }
    return count;
  }
}
