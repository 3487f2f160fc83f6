package io.triglot.runtime.graphql.plan;

import io.triglot.runtime.graphql.plan.Shape.Elements;
import io.triglot.runtime.graphql.plan.Shape.Leaf;
import io.triglot.runtime.graphql.plan.Shape.Member;
import org.jspecify.annotations.Nullable;

/** Writes what a plan has completed as JSON, straight from its arrays. */
final class ShapedJson {
  private ShapedJson() {}

  static void object(JsonBytes json, Selection selection, @Nullable Object[] cells) {
    if (cells.length == 0) {
      json.sign('{');
    }
    for (int i = 0; i < cells.length; i++) {
      json.verbatim(selection.before(i));
      value(json, selection.shape(i), cells[i]);
    }
    json.sign('}');
  }

  static void elements(JsonBytes json, Shape element, @Nullable Object[] elements) {
    json.sign('[');
    for (int i = 0; i < elements.length; i++) {
      if (i > 0) {
        json.sign(',');
      }
      value(json, element, elements[i]);
    }
    json.sign(']');
  }

  private static void value(JsonBytes json, Shape shape, @Nullable Object value) {
    if (value == null || shape instanceof Leaf) {
      json.value(value);
    } else if (shape instanceof Selection selection) {
      object(json, selection, (@Nullable Object[]) value);
    } else if (shape instanceof Elements elements) {
      elements(json, elements.element().shape(), (@Nullable Object[]) value);
    } else {
      Member member = (Member) value;
      object(json, member.selection(), member.cells());
    }
  }
}
