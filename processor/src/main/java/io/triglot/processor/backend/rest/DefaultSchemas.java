package io.triglot.processor.backend.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.DefaultLiteral;
import io.triglot.processor.model.Doc;
import io.triglot.processor.model.EnumType.JsonForm;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.FormattedRef;
import io.triglot.processor.model.TypeRef.ListRef;
import java.util.Optional;

/**
 * Says in schemas what is read where nothing is sent, and what a value looks like (JSON Schema
 * 2020-12, Validation, 9.2 and 9.5).
 */
final class DefaultSchemas {
  private DefaultSchemas() {}

  /** Adds a default to the schema of a use of a type. */
  static ObjectNode add(ApiModel model, ObjectNode schema, TypeRef type, Optional<String> text) {
    text.filter(each -> isSaid(type))
        .flatMap(each -> value(DefaultLiteral.of(model, type, each)))
        .ifPresent(value -> schema.set("default", value));
    return schema;
  }

  /** Adds the example of a description to the schema of a use of a type, or of its elements. */
  static ObjectNode exemplify(ApiModel model, ObjectNode schema, TypeRef type, Doc doc) {
    TypeRef present = type.present().carrier();
    if (present instanceof ListRef list) {
      if (doc.example().isPresent()) {
        exemplify(model, (ObjectNode) schema.get("items"), list.element(), doc);
      }
      return schema;
    }
    doc.example()
        .flatMap(
            text ->
                present instanceof FormattedRef
                    ? Optional.of(TextNode.valueOf(text))
                    : value(DefaultLiteral.of(model, type, text)))
        .ifPresent(value -> schema.putArray("examples").add(value));
    return schema;
  }

  /** In words, what the schema does not say: how a default reads by a pattern. */
  static Doc described(Doc doc, TypeRef type, Optional<String> text) {
    return text.filter(each -> !isSaid(type))
        .map(each -> doc.with("By default `" + each + "`."))
        .orElse(doc);
  }

  private static boolean isSaid(TypeRef type) {
    return !(type.present().carrier() instanceof FormattedRef);
  }

  private static Optional<JsonNode> value(DefaultLiteral literal) {
    if (literal instanceof DefaultLiteral.Number number) {
      return Optional.of(DecimalNode.valueOf(number.value()));
    }
    if (literal instanceof DefaultLiteral.Flag flag) {
      return Optional.of(BooleanNode.valueOf(flag.value()));
    }
    return literal instanceof DefaultLiteral.Text text
        ? Optional.of(TextNode.valueOf(text.value()))
        : value((DefaultLiteral.Constant) literal);
  }

  private static Optional<JsonNode> value(DefaultLiteral.Constant literal) {
    if (literal.type().json() instanceof JsonForm.Ordinals) {
      return Optional.of(IntNode.valueOf(literal.type().constants().indexOf(literal.constant())));
    }
    return literal.type().json() instanceof JsonForm.Names
        ? Optional.of(TextNode.valueOf(literal.constant().json().name()))
        : Optional.empty();
  }
}
