package io.triglot.runtime.graphql.plan;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An object with the members that its selection says, in their order. */
final class CompletedObject extends AbstractMap<String, @Nullable Object>
    implements CompletedValue {
  private final Selection selection;
  private final @Nullable Object[] cells;

  CompletedObject(Selection selection, @Nullable Object[] cells) {
    this.selection = selection;
    this.cells = cells;
  }

  @Override
  public Set<Map.Entry<String, @Nullable Object>> entrySet() {
    return new Members();
  }

  @Override
  public void writeTo(JsonBytes json) {
    ShapedJson.object(json, selection, cells);
  }

  private Map.Entry<String, @Nullable Object> member(int position) {
    Column column = selection.columns().get(position);
    return new SimpleImmutableEntry<>(
        column.key().getValue(), CompletedValue.of(column.shape(), cells[position]));
  }

  private final class Members extends AbstractSet<Map.Entry<String, @Nullable Object>> {
    @Override
    public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
      return IntStream.range(0, cells.length).mapToObj(CompletedObject.this::member).iterator();
    }

    @Override
    public int size() {
      return cells.length;
    }
  }
}
