package io.triglot.runtime.graphql.plan;

import com.fasterxml.jackson.core.JsonGenerator;
import io.triglot.runtime.graphql.plan.Shape.Elements;
import io.triglot.runtime.graphql.plan.Shape.Leaf;
import io.triglot.runtime.graphql.plan.Shape.Member;
import io.triglot.runtime.graphql.plan.Shape.Selection;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what a plan has completed as JSON, straight from its arrays. */
final class ShapedJson {
  private ShapedJson() {}

  static void object(JsonGenerator json, Selection selection, @Nullable Object[] cells)
      throws IOException {
    List<Column> columns = selection.columns();
    json.writeStartObject();
    for (int i = 0; i < cells.length; i++) {
      Column column = columns.get(i);
      json.writeFieldName(column.key());
      value(json, column.shape(), cells[i]);
    }
    json.writeEndObject();
  }

  static void elements(JsonGenerator json, Shape element, @Nullable Object[] elements)
      throws IOException {
    json.writeStartArray();
    for (Object each : elements) {
      value(json, element, each);
    }
    json.writeEndArray();
  }

  private static void value(JsonGenerator json, Shape shape, @Nullable Object value)
      throws IOException {
    if (value == null || shape instanceof Leaf) {
      PlainJson.write(json, value);
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
