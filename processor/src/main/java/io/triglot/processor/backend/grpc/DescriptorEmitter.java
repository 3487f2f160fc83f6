package io.triglot.processor.backend.grpc;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodOptions.IdempotencyLevel;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import io.triglot.processor.backend.grpc.ProtoField.Cardinality;
import java.util.ArrayList;
import java.util.List;

/** Makes the descriptor of a file: exactly what protoc makes of the file's text. */
final class DescriptorEmitter {
  private DescriptorEmitter() {}

  /** The descriptor of a file. */
  static FileDescriptorProto emit(ProtoFile file) {
    FileDescriptorProto.Builder descriptor =
        FileDescriptorProto.newBuilder()
            .setName(file.path())
            .setPackage(file.packageName())
            .setSyntax("proto3");
    file.imports().forEach(imported -> descriptor.addDependency(imported.path()));
    descriptor.setOptions(FileOptions.descriptor(file.options()));
    file.messages().forEach(message -> descriptor.addMessageType(message(message)));
    file.enums().forEach(each -> descriptor.addEnumType(enumType(each)));
    file.service().ifPresent(service -> descriptor.addService(service(service)));
    return descriptor.build();
  }

  private static DescriptorProto message(ProtoMessage message) {
    DescriptorProto.Builder descriptor =
        DescriptorProto.newBuilder().setName(message.name().simple());
    message.fields().forEach(field -> addWrapped(message.name().full(), field.type(), descriptor));
    List<String> oneofs = new ArrayList<>(message.oneof().stream().toList());
    for (ProtoField field : message.fields()) {
      FieldDescriptorProto.Builder lowered =
          field.cardinality() == Cardinality.MAP
              ? mapField(
                  message.name().full(),
                  field.name(),
                  field.number(),
                  (ProtoType.MapType) field.type(),
                  descriptor)
              : field(message.name().full(), field.name(), field.number(), field.type());
      if (field.cardinality() == Cardinality.REPEATED) {
        lowered.setLabel(Label.LABEL_REPEATED);
      }
      if (message.oneof().isPresent()) {
        lowered.setOneofIndex(0);
      }
      if (field.cardinality() == Cardinality.OPTIONAL) {
        lowered.setProto3Optional(true).setOneofIndex(oneofs.size());
        oneofs.add("_" + field.name());
      }
      if (field.deprecated()) {
        lowered.getOptionsBuilder().setDeprecated(true);
      }
      descriptor.addField(lowered.setJsonName(field.jsonName()));
    }
    message
        .reserved()
        .numbers()
        .forEach(each -> descriptor.addReservedRangeBuilder().setStart(each).setEnd(each + 1));
    descriptor.addAllReservedName(message.reserved().names());
    oneofs.forEach(oneof -> descriptor.addOneofDeclBuilder().setName(oneof));
    if (message.deprecated()) {
      descriptor.getOptionsBuilder().setDeprecated(true);
    }
    return descriptor.build();
  }

  /** A map is a repeated field of entries, whose message is declared inside of the map's owner. */
  private static FieldDescriptorProto.Builder mapField(
      String owner,
      String name,
      int number,
      ProtoType.MapType map,
      DescriptorProto.Builder descriptor) {
    String entry = ProtoNames.mapEntry(name);
    DescriptorProto.Builder nested =
        DescriptorProto.newBuilder()
            .setName(entry)
            .addField(field(owner, "key", 1, map.key()).setJsonName("key"))
            .addField(field(owner, "value", 2, map.value()).setJsonName("value"));
    nested.getOptionsBuilder().setMapEntry(true);
    descriptor.addNestedType(nested);
    return FieldDescriptorProto.newBuilder()
        .setName(name)
        .setNumber(number)
        .setLabel(Label.LABEL_REPEATED)
        .setType(Type.TYPE_MESSAGE)
        .setTypeName("." + owner + "." + entry);
  }

  /** A message that stands for a collection is declared inside of the one that has it. */
  private static void addWrapped(String owner, ProtoType type, DescriptorProto.Builder descriptor) {
    ProtoType.WrappedType.in(type)
        .ifPresent(
            wrapped -> {
              String full = owner + "." + wrapped.name();
              DescriptorProto.Builder nested = DescriptorProto.newBuilder().setName(wrapped.name());
              addWrapped(full, wrapped.values(), nested);
              FieldDescriptorProto.Builder values =
                  wrapped.values() instanceof ProtoType.MapType map
                      ? mapField(full, ProtoType.WrappedType.VALUES, 1, map, nested)
                      : field(full, ProtoType.WrappedType.VALUES, 1, wrapped.values())
                          .setLabel(Label.LABEL_REPEATED);
              descriptor.addNestedType(
                  nested.addField(values.setJsonName(ProtoType.WrappedType.VALUES)));
            });
  }

  private static FieldDescriptorProto.Builder field(
      String owner, String name, int number, ProtoType use) {
    ProtoType type = use.onWire();
    FieldDescriptorProto.Builder field =
        FieldDescriptorProto.newBuilder()
            .setName(name)
            .setNumber(number)
            .setLabel(Label.LABEL_OPTIONAL);
    if (type instanceof ProtoType.ScalarType scalar) {
      return field.setType(scalar(scalar.keyword()));
    }
    if (type instanceof ProtoType.EnumRef enumRef) {
      return field.setType(Type.TYPE_ENUM).setTypeName("." + enumRef.name().full());
    }
    if (type instanceof ProtoType.EnumName) {
      return field.setType(Type.TYPE_STRING);
    }
    field.setType(Type.TYPE_MESSAGE);
    if (type instanceof ProtoType.MessageRef message) {
      return field.setTypeName("." + message.name().full());
    }
    if (type instanceof ProtoType.WrappedType wrapped) {
      return field.setTypeName("." + owner + "." + wrapped.name());
    }
    return field.setTypeName("." + ((ProtoType.WellKnownType) type).name().full());
  }

  private static Type scalar(String keyword) {
    return switch (keyword) {
      case "bool" -> Type.TYPE_BOOL;
      case "int32" -> Type.TYPE_INT32;
      case "int64" -> Type.TYPE_INT64;
      case "float" -> Type.TYPE_FLOAT;
      case "double" -> Type.TYPE_DOUBLE;
      case "bytes" -> Type.TYPE_BYTES;
      default -> Type.TYPE_STRING;
    };
  }

  private static EnumDescriptorProto enumType(ProtoEnum protoEnum) {
    EnumDescriptorProto.Builder descriptor =
        EnumDescriptorProto.newBuilder().setName(protoEnum.name().simple());
    for (ProtoEnum.Value value : protoEnum.values()) {
      EnumValueDescriptorProto.Builder lowered =
          descriptor.addValueBuilder().setName(value.name()).setNumber(value.number());
      if (value.deprecated()) {
        lowered.getOptionsBuilder().setDeprecated(true);
      }
    }
    // The end of an enum's range is part of it; that of a message's is not.
    protoEnum
        .reserved()
        .numbers()
        .forEach(each -> descriptor.addReservedRangeBuilder().setStart(each).setEnd(each));
    descriptor.addAllReservedName(protoEnum.reserved().names());
    if (protoEnum.deprecated()) {
      descriptor.getOptionsBuilder().setDeprecated(true);
    }
    return descriptor.build();
  }

  private static ServiceDescriptorProto service(ProtoService service) {
    ServiceDescriptorProto.Builder descriptor =
        ServiceDescriptorProto.newBuilder().setName(service.name().simple());
    for (ProtoRpc rpc : service.rpcs()) {
      MethodDescriptorProto.Builder method =
          descriptor
              .addMethodBuilder()
              .setName(rpc.name())
              .setInputType("." + rpc.request().name().full())
              .setOutputType("." + rpc.response().name().full());
      if (rpc.clientStreaming()) {
        method.setClientStreaming(true);
      }
      if (rpc.serverStreaming()) {
        method.setServerStreaming(true);
      }
      if (rpc.operation().deprecation().isPresent()) {
        method.getOptionsBuilder().setDeprecated(true);
      }
      if (rpc.noSideEffects()) {
        method.getOptionsBuilder().setIdempotencyLevel(IdempotencyLevel.NO_SIDE_EFFECTS);
      }
    }
    if (service.source().deprecation().isPresent()) {
      descriptor.getOptionsBuilder().setDeprecated(true);
    }
    return descriptor.build();
  }
}
