package io.triglot.runtime.graphql.plan;

import java.util.AbstractList;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A list of which each element has the same shape. */
final class CompletedList extends AbstractList<@Nullable Object>
    implements RandomAccess, CompletedValue {
  private final Shape element;
  private final @Nullable Object[] elements;

  CompletedList(Shape element, @Nullable Object[] elements) {
    this.element = element;
    this.elements = elements;
  }

  @Override
  public @Nullable Object get(int index) {
    return CompletedValue.of(element, elements[index]);
  }

  @Override
  public int size() {
    return elements.length;
  }

  @Override
  public void writeTo(JsonBytes json) {
    ShapedJson.elements(json, element, elements);
  }
}
