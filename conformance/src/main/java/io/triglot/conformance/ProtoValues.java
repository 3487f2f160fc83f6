package io.triglot.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import java.util.Map;

/** Values as REST has them in JSON, as messages. */
final class ProtoValues {
  /** No constant of any enum has it, and one that is not known keeps its number on the wire. */
  private static final int UNKNOWN_CONSTANT = 1_000_003;

  private ProtoValues() {}

  /**
   * The message of a value.
   *
   * @throws InexpressibleException when the message has no place for a part of it
   */
  static DynamicMessage message(ObjectNode value, Descriptor type) {
    DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
    try {
      JsonFormat.parser().merge(object(value, type).toString(), message);
    } catch (InvalidProtocolBufferException e) {
      throw new InexpressibleException(String.valueOf(e.getMessage()));
    }
    return message.build();
  }

  /** The protobuf JSON of a value. */
  private static JsonNode object(JsonNode value, Descriptor type) {
    if (!value.isObject() || type.getFullName().startsWith("google.protobuf.")) {
      return value;
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      FieldDescriptor field = field(type, member.getKey());
      if (!member.getValue().isNull()) {
        object.set(field.getName(), member(member.getValue(), field));
      }
    }
    return object;
  }

  private static FieldDescriptor field(Descriptor type, String name) {
    return type.getFields().stream()
        .filter(field -> field.getJsonName().equals(name) || field.getName().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new InexpressibleException(type.getFullName() + " has no field " + name));
  }

  private static JsonNode member(JsonNode value, FieldDescriptor field) {
    if (field.isMapField()) {
      FieldDescriptor entry = field.getMessageType().findFieldByName("value");
      ObjectNode map = JsonNodeFactory.instance.objectNode();
      value.properties().forEach(each -> map.set(each.getKey(), single(each.getValue(), entry)));
      return map;
    }
    if (field.isRepeated()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      value.forEach(each -> list.add(single(each, field)));
      return list;
    }
    return single(value, field);
  }

  private static JsonNode single(JsonNode value, FieldDescriptor field) {
    return switch (field.getJavaType()) {
      case ENUM -> constant(value.asText(), field.getEnumType());
      case MESSAGE -> object(value, field.getMessageType());
      case STRING -> JsonNodeFactory.instance.textNode(value.asText());
      default -> value;
    };
  }

  /** The number of a constant, whose name has the enum's in front, as that of zero has. */
  private static JsonNode constant(String name, EnumDescriptor type) {
    String zero = type.findValueByNumber(0).getName();
    String prefix = zero.endsWith("UNSPECIFIED") ? zero.replace("UNSPECIFIED", "") : "";
    EnumValueDescriptor constant = type.findValueByName(prefix + name);
    return JsonNodeFactory.instance.numberNode(
        constant == null ? UNKNOWN_CONSTANT : constant.getNumber());
  }
}
