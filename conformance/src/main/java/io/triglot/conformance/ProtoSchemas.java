package io.triglot.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Messages as schemas, for operations that only gRPC offers. */
final class ProtoSchemas {
  private final Map<String, ObjectNode> schemas = new TreeMap<>();

  private ProtoSchemas() {}

  /**
   * How an operation is described whose request is such a message.
   *
   * @param streamed whether the client sends several, of which not each has everything
   */
  static OpenApi.Route route(Descriptor request, boolean streamed) {
    ProtoSchemas all = new ProtoSchemas();
    all.message(request);
    if (streamed) {
      all.schemas.computeIfPresent(
          request.getFullName(), (name, schema) -> schema.without(List.of("required")));
    }
    return OpenApi.described(request.getFullName(), all.schemas);
  }

  private JsonNode message(Descriptor type) {
    return switch (type.getFullName()) {
      case "google.protobuf.Timestamp" -> Json.format("date-time");
      case "google.protobuf.Duration" -> Json.format("duration");
      case "google.protobuf.Value", "google.protobuf.Struct" -> Json.type("object");
      case "google.protobuf.ListValue" -> Json.listOf(Json.type("string"));
      default -> {
        if (!schemas.containsKey(type.getFullName())) {
          schemas.put(type.getFullName(), Json.object()); // for types that have themselves inside
          schemas.put(type.getFullName(), object(type));
        }
        yield Json.reference(type.getFullName());
      }
    };
  }

  private ObjectNode object(Descriptor type) {
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (FieldDescriptor field : type.getFields()) {
      properties.put(field.getJsonName(), field(field));
      if (!field.isRepeated() && !field.toProto().getProto3Optional()) {
        required.add(field.getJsonName());
      }
    }
    return isUnion(type) ? Json.oneOf(properties) : Json.objectOf(properties, required);
  }

  private static boolean isUnion(Descriptor type) {
    return type.getRealOneofs().size() == 1
        && type.getRealOneofs().get(0).getFieldCount() == type.getFields().size();
  }

  private JsonNode field(FieldDescriptor field) {
    if (field.isMapField()) {
      return Json.mapOf(single(field.getMessageType().findFieldByName("value")));
    }
    return field.isRepeated() ? Json.listOf(single(field)) : single(field);
  }

  private JsonNode single(FieldDescriptor field) {
    return switch (field.getJavaType()) {
      case INT, LONG -> Json.type("integer");
      case FLOAT, DOUBLE -> Json.type("number");
      case BOOLEAN -> Json.type("boolean");
      case STRING -> Json.type("string");
      case BYTE_STRING -> Json.format("byte");
      case ENUM -> Json.constants(constants(field.getEnumType()));
      case MESSAGE -> message(field.getMessageType());
    };
  }

  /** As the other protocols name them, without the enum's name in front. */
  private static List<String> constants(EnumDescriptor type) {
    String prefix = ProtoValues.prefix(type);
    return type.getValues().stream()
        .filter(value -> value.getNumber() != 0 || prefix.isEmpty())
        .map(EnumValueDescriptor::getName)
        .map(name -> name.substring(prefix.length()))
        .toList();
  }
}
