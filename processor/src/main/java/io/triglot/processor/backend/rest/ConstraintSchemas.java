package io.triglot.processor.backend.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.processor.model.Constraint;
import io.triglot.processor.model.ConstraintText;
import io.triglot.processor.model.Constraints;
import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.MapRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Says in schemas what values have to be (JSON Schema 2020-12, Validation). What a schema cannot
 * say is said in words.
 */
final class ConstraintSchemas {
  private ConstraintSchemas() {}

  /** Adds the constraints to the schema of a use of a type, and to those of what it holds. */
  static ObjectNode constrain(ObjectNode schema, TypeRef use, Constraints constraints) {
    TypeRef type = use.present().carrier();
    if (type instanceof ListRef list) {
      size(schema, constraints, "minItems", "maxItems");
      constraints
          .element()
          .ifPresent(part -> constrain((ObjectNode) schema.get("items"), list.element(), part));
    } else if (type instanceof MapRef map) {
      size(schema, constraints, "minProperties", "maxProperties");
      constraints
          .element()
          .ifPresent(
              part ->
                  constrain((ObjectNode) schema.get("additionalProperties"), map.value(), part));
      constraints.key().ifPresent(part -> key(schema, map.key(), part));
    } else if (isString(type)) {
      text(schema, constraints);
    } else if (isNumber(schema)) {
      number(schema, constraints);
    }
    return schema;
  }

  /** What a schema does not say, in words; empty where it says all. */
  static String inWords(ObjectNode schema, TypeRef use, Constraints constraints) {
    TypeRef type = use.present().carrier();
    boolean text = isString(type);
    boolean number = isNumber(schema);
    List<Constraint> own =
        constraints.own().stream().filter(each -> !isSaid(each, type, text, number)).toList();
    Constraints unsaid =
        new Constraints(
            own, false, Optional.empty(), constraints.element().map(ConstraintSchemas::unsaid));
    return ConstraintText.words(use, unsaid);
  }

  /** Of what is inside of a collection: what no schema says. */
  private static Constraints unsaid(Constraints part) {
    return new Constraints(
        part.own().stream().filter(each -> !isSayable(each)).toList(),
        false,
        Optional.empty(),
        part.element().map(ConstraintSchemas::unsaid));
  }

  private static boolean isSaid(Constraint each, TypeRef type, boolean text, boolean number) {
    if (each instanceof Constraint.Size) {
      return text || type instanceof ListRef || type instanceof MapRef;
    }
    if (each instanceof Constraint.Minimum || each instanceof Constraint.Maximum) {
      return number;
    }
    return isSayable(each) && text;
  }

  private static boolean isSayable(Constraint each) {
    return each instanceof Constraint.Matches matches
        ? EcmaPattern.of(matches).isPresent()
        : !(each instanceof Constraint.Digits || each instanceof Constraint.Moment);
  }

  private static void key(ObjectNode object, TypeRef key, Constraints constraints) {
    if (isString(key.carrier())) {
      ObjectNode names =
          object.get("propertyNames") instanceof ObjectNode known
              ? known
              : object.putObject("propertyNames");
      text(names, constraints);
    }
  }

  private static boolean isString(TypeRef type) {
    return type instanceof ScalarRef scalar && scalar.scalar() == Scalar.STRING;
  }

  private static boolean isNumber(ObjectNode schema) {
    JsonNode type = schema.path("type");
    return (type.isArray() ? StreamSupport.stream(type.spliterator(), false) : Stream.of(type))
        .anyMatch(each -> each.asText().matches("integer|number"));
  }

  private static void text(ObjectNode schema, Constraints constraints) {
    size(schema, constraints, "minLength", "maxLength");
    for (Constraint each : constraints.own()) {
      if (each instanceof Constraint.NotBlank) {
        schema.put("minLength", Math.max(1, schema.path("minLength").asInt()));
        pattern(schema, "\\S");
      } else if (each instanceof Constraint.Matches matches) {
        EcmaPattern.of(matches).ifPresent(pattern -> pattern(schema, pattern));
      } else if (each instanceof Constraint.Email) {
        schema.put("format", "email");
      }
    }
  }

  /** A schema has one pattern; further ones stand beside it. */
  private static void pattern(ObjectNode schema, String pattern) {
    if (schema.has("pattern")) {
      schema.withArray("allOf").addObject().put("pattern", pattern);
    } else {
      schema.put("pattern", pattern);
    }
  }

  private static void size(ObjectNode schema, Constraints constraints, String min, String max) {
    ConstraintText.size(constraints)
        .ifPresent(
            size -> {
              if (size.min() > 0) {
                schema.put(min, size.min());
              }
              if (size.max() < Integer.MAX_VALUE) {
                schema.put(max, size.max());
              }
            });
  }

  /** A narrower bound takes the place of one that the type has by itself. */
  private static void number(ObjectNode schema, Constraints constraints) {
    ConstraintText.minimum(constraints)
        .filter(
            min ->
                !schema.has("minimum")
                    || min.value().compareTo(schema.get("minimum").decimalValue()) >= 0)
        .ifPresent(
            min -> {
              schema.remove("minimum");
              schema.set(min.inclusive() ? "minimum" : "exclusiveMinimum", number(min.value()));
            });
    ConstraintText.maximum(constraints)
        .filter(
            max ->
                !schema.has("maximum")
                    || max.value().compareTo(schema.get("maximum").decimalValue()) <= 0)
        .ifPresent(
            max -> {
              schema.remove("maximum");
              schema.set(max.inclusive() ? "maximum" : "exclusiveMaximum", number(max.value()));
            });
  }

  private static JsonNode number(BigDecimal value) {
    return DecimalNode.valueOf(value);
  }
}
