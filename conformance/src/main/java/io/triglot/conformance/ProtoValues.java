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
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.FieldMaskUtil;
import com.google.protobuf.util.JsonFormat;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values as REST has them in JSON, as messages. */
final class ProtoValues {
  private static final String ZERO = "UNSPECIFIED";
  private static final String MASK = "update_mask";

  /** No constant of any enum has it, and one that is not known keeps its number on the wire. */
  private static final int UNKNOWN_CONSTANT = 1_000_003;

  private ProtoValues() {}

  /**
   * The message of a value.
   *
   * @throws InexpressibleException when the message has no place for a part of it
   */
  static DynamicMessage message(JsonNode value, Described described, Descriptor type) {
    DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
    try {
      JsonFormat.parser().merge(object(value, described, type).toString(), message);
    } catch (InvalidProtocolBufferException e) {
      throw new InexpressibleException(String.valueOf(e.getMessage()));
    }
    return message.build();
  }

  /** What all names of constants begin with; empty where they are as on the other protocols. */
  static String prefix(EnumDescriptor type) {
    String zero = type.findValueByNumber(0).getName();
    return zero.endsWith(ZERO) ? zero.substring(0, zero.length() - ZERO.length()) : "";
  }

  /** The protobuf JSON of a value. */
  private static JsonNode object(JsonNode value, Described described, Descriptor type) {
    if (type.getFullName().equals("google.protobuf.Duration")) {
      return duration(value);
    }
    if (!value.isObject() || type.getFullName().startsWith("google.protobuf.")) {
      return value;
    }
    Optional<Described.Member> chosen =
        type.getRealOneofs().isEmpty() ? Optional.empty() : described.member(value);
    return chosen.isPresent()
        ? member(chosen.get(), type)
        : members((ObjectNode) value, described, type);
  }

  private static JsonNode duration(JsonNode iso) {
    try {
      Duration duration = Duration.parse(iso.asText());
      return Json.text(
          Durations.toString(
              com.google.protobuf.Duration.newBuilder()
                  .setSeconds(duration.getSeconds())
                  .setNanos(duration.getNano())
                  .build()));
    } catch (DateTimeParseException e) {
      throw new InexpressibleException(iso + " is no duration");
    }
  }

  private static ObjectNode member(Described.Member member, Descriptor type) {
    List<String> fields = type.getFields().stream().map(FieldDescriptor::getName).toList();
    FieldDescriptor field = type.findFieldByName(member.field(fields));
    return Json.object()
        .set(field.getName(), object(member.value(), member.described(), field.getMessageType()));
  }

  private static ObjectNode members(ObjectNode value, Described described, Descriptor type) {
    ObjectNode object = Json.object();
    List<String> given = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      String name = member.getKey();
      Optional<FieldDescriptor> field = field(type, name);
      if (field.isEmpty() && !described.isTag(name)) {
        throw new InexpressibleException(type.getFullName() + " has no field " + name);
      }
      field.map(FieldDescriptor::getName).ifPresent(given::add);
      if (field.isPresent() && !member.getValue().isNull()) {
        object.set(
            field.get().getName(), value(member.getValue(), described.property(name), field.get()));
      }
    }
    if (isMask(type.findFieldByName(MASK)) && !given.isEmpty()) {
      object.set(MASK, Json.text(FieldMaskUtil.toJsonString(FieldMaskUtil.fromStringList(given))));
    }
    return object;
  }

  /** Whether a field tells which others are given, be it as null. */
  private static boolean isMask(@Nullable FieldDescriptor field) {
    return field != null
        && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
        && field.getMessageType().getFullName().equals("google.protobuf.FieldMask");
  }

  /** The field of a name in JSON, or in protobuf. */
  static Optional<FieldDescriptor> field(Descriptor type, String name) {
    return type.getFields().stream()
        .filter(field -> field.getJsonName().equals(name) || field.getName().equals(name))
        .findFirst();
  }

  private static JsonNode value(JsonNode value, Described described, FieldDescriptor field) {
    if (field.isMapField()) {
      FieldDescriptor entry = field.getMessageType().findFieldByName("value");
      ObjectNode map = Json.object();
      value
          .properties()
          .forEach(
              each -> map.set(each.getKey(), single(each.getValue(), described.entry(), entry)));
      return map;
    }
    if (field.isRepeated()) {
      ArrayNode list = Json.array();
      value.forEach(each -> list.add(single(each, described.element(), field)));
      return list;
    }
    return single(value, described, field);
  }

  private static JsonNode single(JsonNode value, Described described, FieldDescriptor field) {
    return switch (field.getJavaType()) {
      case ENUM -> constant(value.asText(), field.getEnumType());
      case MESSAGE -> object(value, described, field.getMessageType());
      case STRING -> Json.text(value.asText());
      default -> value;
    };
  }

  private static JsonNode constant(String name, EnumDescriptor type) {
    EnumValueDescriptor constant = type.findValueByName(prefix(type) + name);
    return JsonNodeFactory.instance.numberNode(
        constant == null ? UNKNOWN_CONSTANT : constant.getNumber());
  }
}
