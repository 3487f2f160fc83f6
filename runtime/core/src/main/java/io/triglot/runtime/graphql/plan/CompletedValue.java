package io.triglot.runtime.graphql.plan;

import org.jspecify.annotations.Nullable;

/**
 * A completed list or object: an unmodifiable list or map to whoever looks into it, and JSON
 * without being looked into. Immutable.
 */
public sealed interface CompletedValue permits CompletedList, CompletedObject {
  /** Writes it as JSON. */
  void writeTo(JsonBytes json);

  /**
   * What an array holds that a plan has completed.
   *
   * @param completed in the form that its shape says
   */
  static @Nullable Object of(Shape shape, @Nullable Object completed) {
    if (completed == null || shape instanceof Shape.Leaf) {
      return completed;
    }
    if (completed instanceof Shape.Member member) {
      return new CompletedObject(member.selection(), member.cells());
    }
    @Nullable Object[] cells = (@Nullable Object[]) completed;
    return shape instanceof Shape.Elements elements
        ? new CompletedList(elements.element().shape(), cells)
        : new CompletedObject((Selection) shape, cells);
  }
}
