package io.triglot.server.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls of rpcs by {@code buf curl}, which asks the server's reflection for the types. Pure
 * functions.
 */
public final class GrpcCalls {
  private static final int DEEPEST = 6;

  /** Messages that have a form of their own in JSON, which begins like the name says. */
  private static final Map<String, String> WELL_KNOWN =
      Map.of(
          "google.protobuf.Timestamp", "2026-01-31T12:00:00Z",
          "google.protobuf.Duration", "3600s",
          "google.protobuf.FieldMask", "");

  private GrpcCalls() {}

  /**
   * The call of a method.
   *
   * @param arguments values of arguments that another protocol knows more of, by their names in
   *     JSON
   * @param credential what the caller sends to say who it is; null for nothing
   * @param tls whether the port speaks TLS
   */
  public static String of(
      MethodDescriptor method, ObjectNode arguments, @Nullable Credential credential, boolean tls) {
    ObjectNode request = message(method.getInputType(), arguments, DEEPEST);
    return "buf curl --protocol grpc"
        + (tls ? "" : " --http2-prior-knowledge")
        + (credential == null ? "" : " " + credential.curl())
        + (request.isEmpty() ? "" : " -d " + Shell.word(request.toString()))
        + " "
        + ApiListing.GRPC
        + "/"
        + method.getService().getFullName()
        + "/"
        + method.getName();
  }

  private static ObjectNode message(Descriptor type, JsonNode known, int depth) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    for (FieldDescriptor field : type.getFields()) {
      OneofDescriptor choice = field.getRealContainingOneof();
      boolean chosen = choice != null && choice.getField(0) == field;
      boolean required =
          choice == null && !field.isRepeated() && !field.toProto().getProto3Optional();
      if (depth > 0 && (chosen || required && !isOptional(field, known))) {
        message.set(field.getJsonName(), value(field, known, depth - 1));
      }
    }
    return message;
  }

  /** A message may always be absent: what no other protocol requires is left out. */
  private static boolean isOptional(FieldDescriptor field, JsonNode known) {
    return field.getJavaType() == JavaType.MESSAGE
        && field.getMessageType().getFullName().startsWith("google.protobuf.")
        && !known.has(field.getJsonName());
  }

  private static JsonNode value(FieldDescriptor field, JsonNode known, int depth) {
    JsonNode told = known.path(field.getJsonName());
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (field.getJavaType()) {
      case INT, LONG -> told.canConvertToLong() ? told : nodes.numberNode(1);
      case FLOAT, DOUBLE -> told.isNumber() ? told : nodes.numberNode(1);
      case BOOLEAN -> nodes.booleanNode(true);
      case BYTE_STRING -> nodes.textNode("AQID");
      case STRING -> nodes.textNode(told.isValueNode() && !told.isNull() ? told.asText() : "1");
      case ENUM -> {
        List<String> names =
            field.getEnumType().getValues().stream().map(each -> each.getName()).toList();
        yield nodes.textNode(names.get(names.size() > 1 ? 1 : 0));
      }
      case MESSAGE -> {
        String name = field.getMessageType().getFullName();
        if (WELL_KNOWN.containsKey(name)) {
          yield nodes.textNode(WELL_KNOWN.get(name));
        }
        yield name.startsWith("google.protobuf.")
            ? nodes.objectNode()
            : message(field.getMessageType(), told.isObject() ? told : known, depth);
      }
    };
  }
}
