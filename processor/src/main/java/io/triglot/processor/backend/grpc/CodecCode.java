package io.triglot.processor.backend.grpc;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.triglot.processor.backend.grpc.ProtoType.ScalarType;
import io.triglot.processor.javagen.ConversionCode;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.model.Conversion;

/** How generated marshallers name the codecs of types. */
final class CodecCode {
  private CodecCode() {}

  /** The codec, or for a map those of its keys and values. */
  static CodeBlock codec(ProtoType type) {
    if (type instanceof ScalarType scalar) {
      return ScalarCode.codec(scalar.scalar());
    }
    if (type instanceof ProtoType.EnumRef enumRef) {
      return instance(JavaTypes.className(enumRef.javaName().generated("Numbering")));
    }
    if (type instanceof ProtoType.MessageRef message) {
      return instance(JavaTypes.className(message.javaName().generated("Marshaller")));
    }
    if (type instanceof ProtoType.WellKnownType wellKnown) {
      return instance(GrpcRuntime.marshaller(wellKnown.name()));
    }
    if (type instanceof ProtoType.EnumName name) {
      return CodeBlock.of(
          "$T.name($T.class)", GrpcRuntime.SCALARS, JavaTypes.className(name.javaName()));
    }
    if (type instanceof ProtoType.ConvertedType converted) {
      Conversion conversion = converted.conversion();
      return CodeBlock.of(
          "$T.converted($L,$W$L,$W$L,$W$S)",
          GrpcRuntime.SCALARS,
          codec(converted.carrier()),
          ConversionCode.function(conversion.write()),
          ConversionCode.function(conversion.read()),
          conversion.expectation().orElse(""));
    }
    if (type instanceof ProtoType.WrappedType wrapped) {
      return CodeBlock.of(
          "$T.$L($L)", GrpcRuntime.WRAPPED_COLLECTION, wrapped.factory(), codec(wrapped.values()));
    }
    ProtoType.MapType map = (ProtoType.MapType) type;
    return CodeBlock.of("$L,$W$L", codec(map.key()), codec(map.value()));
  }

  /** Whether several values fit under one tag. */
  static boolean isPackable(ProtoType type) {
    return type.onWire() instanceof ProtoType.EnumRef
        || type.onWire() instanceof ScalarType scalar && ScalarCode.isPackable(scalar.scalar());
  }

  /** The constant of {@code WireType} for a value. */
  static String wireType(ProtoType type) {
    if (type.onWire() instanceof ScalarType scalar) {
      return ScalarCode.wireType(scalar.scalar());
    }
    return type.onWire() instanceof ProtoType.EnumRef ? "VARINT" : "LEN";
  }

  private static CodeBlock instance(ClassName type) {
    return CodeBlock.of("$T.INSTANCE", type);
  }
}
