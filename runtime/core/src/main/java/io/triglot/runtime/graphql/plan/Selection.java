package io.triglot.runtime.graphql.plan;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The shape of an object: an array with an element for each column. Immutable.
 *
 * <p>What each request needs is looked up once and kept in arrays.
 */
final class Selection implements Shape {
  private final List<Column> columns;
  private final Column[] inOrder;
  private final Shape[] shapes;
  private final byte[][] names;
  private final boolean asking;

  /** What is selected of objects. */
  Selection(List<Column> columns) {
    this.columns = List.copyOf(columns);
    inOrder = columns.toArray(Column[]::new);
    shapes = columns.stream().map(Column::shape).toArray(Shape[]::new);
    names = new byte[inOrder.length][];
    for (int i = 0; i < names.length; i++) {
      String key = new String(inOrder[i].key().asQuotedUTF8(), StandardCharsets.UTF_8);
      names[i] = ((i == 0 ? "{" : ",") + '"' + key + "\":").getBytes(StandardCharsets.UTF_8);
    }
    asking = columns.stream().anyMatch(Column::asks);
  }

  List<Column> columns() {
    return columns;
  }

  int size() {
    return inOrder.length;
  }

  Column column(int position) {
    return inOrder[position];
  }

  Shape shape(int position) {
    return shapes[position];
  }

  /** The JSON before a value: the beginning of the object or a comma, and its name. */
  byte[] before(int position) {
    return names[position];
  }

  /** Whether a column asks the object, which finds out whether it is one of the type. */
  boolean isAsking() {
    return asking;
  }
}
