package io.triglot.processor.backend.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.processor.model.JsonFormat;
import io.triglot.processor.model.JsonPatterns;
import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.TypeRef.FormattedRef;

/** The schemas of scalars that have a form of their own in JSON. */
final class FormatSchemas {
  private FormatSchemas() {}

  static ObjectNode of(FormattedRef type) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    Scalar scalar = type.scalar().scalar();
    if (type.format() instanceof JsonFormat.Pattern pattern) {
      schema.put("type", "string").putArray("examples").add(JsonPatterns.example(scalar, pattern));
      return schema;
    }
    if (type.format() instanceof JsonFormat.Count count) {
      return count.unit() == JsonFormat.Unit.MILLIS
          ? schema.put("type", "integer").put("format", "int64")
          : schema.put("type", "number");
    }
    return switch (scalar) {
      case BYTE, SHORT, INT, LONG, BIG_INTEGER ->
          schema.put("type", "string").put("pattern", "^[+-]?\\d+$");
      default ->
          schema.put("type", "string").put("pattern", "^[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?$");
    };
  }
}
