package io.triglot.processor.backend.rest;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.DefaultLiteral;
import io.triglot.processor.model.Doc;
import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.EnumType.JsonForm;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.FormattedRef;
import java.util.Optional;

/** Says in schemas what is read where nothing is sent (JSON Schema 2020-12, Validation, 9.2). */
final class DefaultSchemas {
  private DefaultSchemas() {}

  /** Adds a default to the schema of a use of a type. */
  static ObjectNode add(ApiModel model, ObjectNode schema, TypeRef type, Optional<String> text) {
    text.filter(each -> isSaid(type))
        .ifPresent(each -> add(schema, DefaultLiteral.of(model, type, each)));
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

  private static void add(ObjectNode schema, DefaultLiteral literal) {
    if (literal instanceof DefaultLiteral.Number number) {
      schema.set("default", DecimalNode.valueOf(number.value()));
    } else if (literal instanceof DefaultLiteral.Flag flag) {
      schema.put("default", flag.value());
    } else if (literal instanceof DefaultLiteral.Text text) {
      schema.put("default", text.value());
    } else if (literal instanceof DefaultLiteral.Constant constant) {
      add(schema, constant.type(), constant.constant());
    }
  }

  private static void add(ObjectNode schema, EnumType type, EnumType.Constant constant) {
    if (type.json() instanceof JsonForm.Ordinals) {
      schema.put("default", type.constants().indexOf(constant));
    } else if (type.json() instanceof JsonForm.Names) {
      schema.put("default", constant.json().name());
    }
  }
}
