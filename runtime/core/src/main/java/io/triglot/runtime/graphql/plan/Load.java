package io.triglot.runtime.graphql.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a stage that have a batched column, and where its values go. Filled by one pass.
 */
final class Load {
  private final Column.Batched column;
  private final Map<String, @Nullable Object> arguments;
  private final List<Object> parents;
  private final List<@Nullable Object[]> rows;
  private CompletableFuture<List<@Nullable Object>> values = new CompletableFuture<>();

  /**
   * An empty one.
   *
   * @param likely how many objects there are likely to be
   */
  Load(Column.Batched column, Map<String, @Nullable Object> arguments, int likely) {
    this.column = column;
    this.arguments = arguments;
    parents = new ArrayList<>(likely);
    rows = new ArrayList<>(likely);
  }

  void add(Object parent, @Nullable Object[] row) {
    parents.add(parent);
    rows.add(row);
  }

  Column.Batched column() {
    return column;
  }

  /** The arguments of the field. */
  Map<String, @Nullable Object> arguments() {
    return arguments;
  }

  List<Object> parents() {
    return parents;
  }

  /** Puts the completed values of the parents where they go. */
  void fill(List<@Nullable Object> values, Pass pass) throws Exception {
    Slot slot = column.loaded().slot();
    int position = column.position();
    for (int i = 0; i < values.size(); i++) {
      rows.get(i)[position] = pass.complete(slot, values.get(i));
    }
  }

  /** What waits in the queue. */
  BatchQueue.Group group() {
    return new BatchQueue.Group(parents, arguments);
  }

  void queued(CompletableFuture<List<@Nullable Object>> values) {
    this.values = values;
  }

  /** The values of the parents, in their order, once they have been queued. */
  CompletableFuture<List<@Nullable Object>> values() {
    return values;
  }
}
