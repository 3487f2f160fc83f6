package io.triglot.processor.backend.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Constraints;
import io.triglot.processor.model.Doc;
import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.EnumType.JsonForm;
import io.triglot.processor.model.ExactNames;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.JsonTree;
import io.triglot.processor.model.JsonTree.Group;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.Container;
import io.triglot.processor.model.TypeRef.FormattedRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.MapRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.OptionalForm;
import io.triglot.processor.model.TypeRef.OptionalRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import io.triglot.processor.model.UnionType;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes types as schemas of OpenAPI 3.1, which are those of JSON Schema 2020-12. */
record SchemaEmitter(ApiModel model) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** A reference to the schema of this name. */
  static ObjectNode reference(String name) {
    return NODES.objectNode().put("$ref", "#/components/schemas/" + name);
  }

  /** The name of the schema of a type. */
  static String name(TypeDefinition type) {
    return ExactNames.openapi(type.exact(), type.name());
  }

  /** The schema of a use of a type. */
  ObjectNode schema(TypeRef type) {
    ObjectNode schema = present(type.present().carrier());
    boolean absentOnly =
        type instanceof OptionalRef optional && optional.form() == OptionalForm.PATCH;
    return type.nullable() && !absentOnly ? orNull(schema) : schema;
  }

  /** The schema of a use of a type whose values have constraints, with its description. */
  ObjectNode constrained(
      TypeRef type, Constraints constraints, Doc doc, Optional<String> deprecation) {
    ObjectNode schema = ConstraintSchemas.constrain(schema(type), type, constraints);
    return described(
        schema, doc.with(ConstraintSchemas.inWords(schema, type, constraints)), deprecation);
  }

  /** The schemas of a type, by the names to refer to them by. */
  SortedMap<String, ObjectNode> definitions(TypeDefinition type) {
    if (type instanceof UnionType union) {
      return new UnionSchemas(model).of(union);
    }
    return new TreeMap<>(
        Map.of(
            name(type),
            type instanceof EnumType constants
                ? enumeration(constants)
                : object((ObjectType) type)));
  }

  /** Adds a description, if there is one. */
  static ObjectNode described(ObjectNode node, Doc doc) {
    return doc.isEmpty() ? node : node.put("description", doc.text());
  }

  /** Adds a description, if there is one, and says if the thing is deprecated and why. */
  static ObjectNode described(ObjectNode node, Doc doc, Optional<String> deprecation) {
    described(node, doc.deprecated(deprecation));
    return deprecation.isPresent() ? node.put("deprecated", true) : node;
  }

  private ObjectNode present(TypeRef type) {
    if (type instanceof ScalarRef scalar) {
      return scalar(scalar.scalar());
    }
    if (type instanceof FormattedRef formatted) {
      return FormatSchemas.of(formatted);
    }
    if (type instanceof ListRef list) {
      ObjectNode array = NODES.objectNode().put("type", "array");
      array.set("items", schema(list.element()));
      return list.container() == Container.SET ? array.put("uniqueItems", true) : array;
    }
    if (type instanceof MapRef map) {
      ObjectNode object = NODES.objectNode().put("type", "object");
      object.set("additionalProperties", schema(map.value()));
      ObjectNode names = names(map.key());
      return names.isEmpty() ? object : object.set("propertyNames", names);
    }
    return reference(name(model.definition((NamedRef) type)));
  }

  /** What the names of a map's members look like; nothing where they can be any text. */
  private ObjectNode names(TypeRef use) {
    TypeRef key = use.carrier();
    if (key instanceof NamedRef || ((ScalarRef) key).scalar().isText()) {
      return schema(key);
    }
    return switch (((ScalarRef) key).scalar()) {
      case STRING -> NODES.objectNode();
      case BOOLEAN -> NODES.objectNode().put("pattern", "^(true|false)$");
      case BIG_DECIMAL ->
          NODES.objectNode().put("pattern", "^[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?$");
      case BYTE, SHORT, INT, LONG, BIG_INTEGER -> NODES.objectNode().put("pattern", "^[+-]?\\d+$");
      default -> schema(key);
    };
  }

  private static ObjectNode orNull(ObjectNode schema) {
    if (schema.has("type")) {
      ArrayNode types = NODES.arrayNode().add(schema.get("type")).add("null");
      schema.set("type", types);
      return schema;
    }
    if (schema.isEmpty()) {
      return schema;
    }
    ObjectNode either = NODES.objectNode();
    either.putArray("oneOf").add(schema).add(NODES.objectNode().put("type", "null"));
    return either;
  }

  private static ObjectNode scalar(Scalar scalar) {
    ObjectNode schema = NODES.objectNode();
    return switch (scalar) {
      case BOOLEAN -> schema.put("type", "boolean");
      case BYTE -> bounded(schema, Byte.MIN_VALUE, Byte.MAX_VALUE);
      case SHORT -> bounded(schema, Short.MIN_VALUE, Short.MAX_VALUE);
      case INT -> schema.put("type", "integer").put("format", "int32");
      case LONG -> schema.put("type", "integer").put("format", "int64");
      case FLOAT -> schema.put("type", "number").put("format", "float");
      case DOUBLE -> schema.put("type", "number").put("format", "double");
      case CHAR -> schema.put("type", "string").put("minLength", 1).put("maxLength", 1);
      case STRING -> schema.put("type", "string");
      case BYTES -> schema.put("type", "string").put("contentEncoding", "base64");
      case UPLOAD -> binary(schema);
      case BIG_DECIMAL -> schema.put("type", "number");
      case BIG_INTEGER -> schema.put("type", "integer");
      case JSON -> schema;
      case JSON_OBJECT -> schema.put("type", "object");
      case UUID -> schema.put("type", "string").put("format", "uuid");
      case INSTANT -> schema.put("type", "string").put("format", "date-time");
      case DURATION -> schema.put("type", "string").put("format", "duration");
      case LOCAL_DATE -> schema.put("type", "string").put("format", "date");
      default -> text(schema.put("type", "string"), scalar);
    };
  }

  /** OpenAPI 3.1, 4.8.14: by the media type; tools know it by its format. */
  private static ObjectNode binary(ObjectNode schema) {
    return schema
        .put("type", "string")
        .put("format", "binary")
        .put("contentMediaType", MediaTypes.OCTETS);
  }

  /** With names from the registries of JSON Schema and OpenAPI, where these have one. */
  private static ObjectNode text(ObjectNode schema, Scalar scalar) {
    return switch (scalar) {
      case LOCAL_TIME -> schema.put("format", "time-local");
      case LOCAL_DATE_TIME -> schema.put("format", "date-time-local");
      case OFFSET_TIME -> schema.put("format", "time");
      case OFFSET_DATE_TIME -> schema.put("format", "date-time");
      case PERIOD -> schema.put("format", "duration");
      case URI -> schema.put("format", "uri-reference");
      case URL -> schema.put("format", "uri");
      case YEAR -> schema.put("pattern", "^[+-]?\\d{4,}$");
      case YEAR_MONTH -> schema.put("pattern", "^[+-]?\\d{4,}-\\d{2}$");
      case MONTH_DAY -> schema.put("pattern", "^--\\d{2}-\\d{2}$");
      case CURRENCY -> schema.put("pattern", "^[A-Z]{3}$");
      case DAY_OF_WEEK -> oneOf(schema, DayOfWeek.values());
      case MONTH -> oneOf(schema, Month.values());
      default -> schema;
    };
  }

  private static ObjectNode oneOf(ObjectNode schema, Enum<?>... constants) {
    ArrayNode names = schema.putArray("enum");
    Stream.of(constants).forEach(constant -> names.add(constant.name()));
    return schema;
  }

  private static ObjectNode bounded(ObjectNode schema, int minimum, int maximum) {
    return schema
        .put("type", "integer")
        .put("format", "int32")
        .put("minimum", minimum)
        .put("maximum", maximum);
  }

  private static ObjectNode enumeration(EnumType type) {
    String constants =
        type.constants().stream()
            .filter(constant -> !doc(constant).isEmpty())
            .map(constant -> "- `" + text(type, constant) + "`: " + item(doc(constant)))
            .collect(Collectors.joining("\n"));
    ObjectNode schema =
        described(
                NODES.objectNode(),
                new Doc(type.doc().text() + "\n\n" + constants),
                type.deprecation())
            .put("type", isNumber(type) ? "integer" : "string");
    if (type.json() instanceof JsonForm.Names) {
      ArrayNode names = schema.putArray("enum");
      type.constants().forEach(constant -> names.add(constant.json().name()));
    } else if (type.json() instanceof JsonForm.Ordinals) {
      schema.put("minimum", 0).put("maximum", type.constants().size() - 1);
    }
    return schema;
  }

  private static Doc doc(EnumType.Constant constant) {
    return constant.doc().deprecated(constant.deprecation());
  }

  /** A description as the content of a list's item. */
  private static String item(Doc doc) {
    return doc.text().replaceAll("\n(?!\n)", "\n  ");
  }

  private static boolean isNumber(EnumType type) {
    return type.json() instanceof JsonForm.Ordinals
        || type.json() instanceof JsonForm.Values values && values.number();
  }

  /** What documentation calls a constant: what JSON has, as far as we know it. */
  private static String text(EnumType type, EnumType.Constant constant) {
    return type.json() instanceof JsonForm.Ordinals
        ? String.valueOf(type.constants().indexOf(constant))
        : constant.json().name();
  }

  private ObjectNode object(ObjectType type) {
    ObjectNode schema =
        described(NODES.objectNode(), type.doc(), type.deprecation()).put("type", "object");
    ObjectNode properties = NODES.objectNode();
    ArrayNode required = NODES.arrayNode();
    type.tag()
        .ifPresent(
            tag -> {
              String property = tag.discriminator().property();
              properties.set(property, UnionSchemas.tag(tag.value()));
              required.add(property);
            });
    addMembers(type, JsonTree.of(model, type), true, properties, required);
    schema.set("properties", properties);
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema;
  }

  /**
   * Adds the members of an object.
   *
   * @param present whether the object is always there
   */
  private void addMembers(
      ObjectType type,
      List<JsonTree> members,
      boolean present,
      ObjectNode properties,
      ArrayNode required) {
    for (JsonTree member : members) {
      Field field = member.field();
      if (member instanceof Group group) {
        boolean there = present && !field.type().nullable();
        addMembers(group.type(), group.members(), there, properties, required);
        continue;
      }
      ObjectNode property =
          constrained(
              field.json().type(),
              field.constraints(),
              DefaultSchemas.described(field.doc(), field.json().type(), field.otherwise()),
              field.deprecation());
      DefaultSchemas.add(model, property, field.json().type(), field.otherwise());
      DefaultSchemas.exemplify(model, property, field.json().type(), field.doc());
      if (type.creation().isPresent() && field.mutator().isEmpty()) {
        property.put("readOnly", true);
      }
      if (field.writeOnly()) {
        property.put("writeOnly", true);
      }
      properties.set(field.json().name(), property);
      if (present
          && !field.type().nullable()
          && field.otherwise().isEmpty()
          && InclusionCode.substitute(field.json()).isEmpty()) {
        required.add(field.json().name());
      }
    }
  }
}
