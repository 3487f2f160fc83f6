package io.triglot.server.page;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import io.triglot.server.page.ContractType.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The messages and enums of the rpcs of an API. */
final class ProtoTypes {
  private static final Pattern LATER_VERSION = Pattern.compile(".*\\.v([2-9]|\\d\\d+)");

  private ProtoTypes() {}

  /** All types that rpcs lead to; requests and responses are those of operations. */
  static List<ContractType> of(Collection<MethodDescriptor> rpcs) {
    Set<FileDescriptor> files = new LinkedHashSet<>();
    Set<Descriptor> envelopes = new HashSet<>();
    for (MethodDescriptor rpc : rpcs) {
      add(rpc.getFile(), files);
      envelopes.add(rpc.getInputType());
      envelopes.add(rpc.getOutputType());
    }
    List<ContractType> types = new ArrayList<>();
    for (FileDescriptor file : files) {
      file.getMessageTypes().stream()
          .filter(message -> !envelopes.contains(message))
          .forEach(message -> types.add(type(message)));
      file.getEnumTypes().forEach(each -> types.add(type(each)));
    }
    return types;
  }

  private static void add(FileDescriptor file, Set<FileDescriptor> files) {
    if (!file.getPackage().startsWith("google.") && files.add(file)) {
      file.getDependencies().forEach(each -> add(each, files));
    }
  }

  private static ContractType type(Descriptor message) {
    return new ContractType(
        name(message.getName(), message.getFile()),
        "",
        message.getFields().stream()
            .map(field -> new Field(field.getJsonName(), text(field), ""))
            .toList());
  }

  private static ContractType type(EnumDescriptor type) {
    String prefix = type.getName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_") + "_";
    return new ContractType(
        name(type.getName(), type.getFile()),
        "",
        type.getValues().stream()
            .filter(value -> !value.getName().endsWith("_UNSPECIFIED"))
            .map(
                value ->
                    new Field(
                        without(prefix.toUpperCase(Locale.ROOT), value.getName()),
                        value.getName() + " = " + value.getNumber(),
                        ""))
            .toList());
  }

  private static String without(String prefix, String name) {
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }

  /** The name in contracts that have no packages. */
  private static String name(String name, FileDescriptor file) {
    Matcher version = LATER_VERSION.matcher(file.getPackage());
    return version.matches() ? name + "V" + version.group(1) : name;
  }

  private static String text(FieldDescriptor field) {
    String number = " = " + field.getNumber();
    if (field.isMapField()) {
      List<FieldDescriptor> entry = field.getMessageType().getFields();
      return "map<" + type(entry.get(0)) + ", " + type(entry.get(1)) + ">" + number;
    }
    String label =
        field.isRepeated() ? "repeated " : field.toProto().getProto3Optional() ? "optional " : "";
    return label + type(field) + number;
  }

  private static String type(FieldDescriptor field) {
    return switch (field.getJavaType()) {
      case MESSAGE -> local(field.getMessageType().getFullName());
      case ENUM -> local(field.getEnumType().getFullName());
      default -> field.getType().name().toLowerCase(Locale.ROOT);
    };
  }

  private static String local(String name) {
    return name.startsWith("google.") ? name : name.substring(name.lastIndexOf('.') + 1);
  }
}
