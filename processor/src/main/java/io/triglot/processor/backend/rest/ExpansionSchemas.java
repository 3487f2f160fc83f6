package io.triglot.processor.backend.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.processor.model.BatchField;
import io.triglot.processor.model.Doc;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ListRef;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Says in schemas what stands beside the fields of results where callers ask for it: optional
 * properties of the response alone, since the type itself has them nowhere else.
 */
record ExpansionSchemas(Expansions expansions, SchemaEmitter schemas) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** The parameter of the query. */
  ObjectNode parameter(TypeRef result) {
    ObjectNode node = NODES.objectNode().put("name", Expansions.PARAMETER).put("in", "query");
    SchemaEmitter.described(
        node,
        new Doc(
            "What is wanted beside the fields, separated by commas: "
                + fields(result).keySet().stream()
                    .map(path -> "`" + path + "`")
                    .collect(Collectors.joining(", "))
                + "."));
    node.putObject("schema").put("type", "string").put("minLength", 1);
    return node;
  }

  /** The schema of a result, with what callers can ask for. */
  ObjectNode schema(TypeRef result) {
    return with(result, schemas.schema(result), new HashSet<>());
  }

  /**
   * What callers can ask for, by the names that lead there; what leads into a type for the second
   * time is left out.
   */
  SortedMap<String, BatchField> fields(TypeRef result) {
    SortedMap<String, BatchField> fields = new TreeMap<>();
    expansions.type(result).ifPresent(type -> add(type, "", new HashSet<>(), fields));
    return fields;
  }

  private void add(
      ObjectType type, String before, Set<JavaName> seen, SortedMap<String, BatchField> fields) {
    if (!seen.add(type.javaName())) {
      return;
    }
    for (BatchField field : expansions.batched(type)) {
      fields.put(before + field.name(), field);
      expansions
          .type(field.value())
          .ifPresent(inner -> add(inner, before + field.name() + ".", seen, fields));
    }
    expansions
        .through(type)
        .forEach((field, inner) -> add(inner, before + field.json().name() + ".", seen, fields));
    seen.remove(type.javaName());
  }

  /** Adds to the schema of a use of a type. */
  private ObjectNode with(TypeRef use, ObjectNode schema, Set<JavaName> seen) {
    if (use.present().carrier() instanceof ListRef list && schema.has("items")) {
      schema.set("items", with(list.element(), (ObjectNode) schema.get("items"), seen));
      return schema;
    }
    ObjectNode beside =
        expansions.type(use).map(type -> beside(type, seen)).orElseGet(NODES::objectNode);
    if (beside.isEmpty()) {
      return schema;
    }
    ObjectNode both = NODES.objectNode();
    both.putArray("allOf").add(schema).add(beside);
    return both;
  }

  /** The properties that a type gets; nothing where it gets none. */
  private ObjectNode beside(ObjectType type, Set<JavaName> seen) {
    ObjectNode properties = NODES.objectNode();
    if (seen.add(type.javaName())) {
      for (BatchField field : expansions.batched(type)) {
        ObjectNode schema = with(field.value(), schemas.schema(field.value()), seen);
        properties.set(
            field.name(),
            SchemaEmitter.described(
                schema, field.doc().guarded(field.access()), field.deprecation()));
      }
      for (Map.Entry<Field, ObjectType> each : expansions.through(type).entrySet()) {
        ObjectNode inner = inside(each.getKey().json().type(), each.getValue(), seen);
        if (!inner.isEmpty()) {
          properties.set(each.getKey().json().name(), inner);
        }
      }
      seen.remove(type.javaName());
    }
    ObjectNode beside = NODES.objectNode();
    if (!properties.isEmpty()) {
      beside.put("type", "object").set("properties", properties);
    }
    return beside;
  }

  /** What is said of a field that is described already: of its elements, or of the object. */
  private ObjectNode inside(TypeRef use, ObjectType type, Set<JavaName> seen) {
    ObjectNode inner =
        use.present().carrier() instanceof ListRef list
            ? inside(list.element(), type, seen)
            : beside(type, seen);
    if (use.present().carrier() instanceof ListRef && !inner.isEmpty()) {
      ObjectNode array = NODES.objectNode().put("type", "array");
      array.set("items", inner);
      return array;
    }
    if (use.nullable()) {
      inner.remove("type"); // null is no object
    }
    return inner;
  }
}
