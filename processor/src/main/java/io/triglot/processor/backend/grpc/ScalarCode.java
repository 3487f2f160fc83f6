package io.triglot.processor.backend.grpc;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.TypeRef;

/** How generated marshallers name, read and write scalars. */
final class ScalarCode {
  private ScalarCode() {}

  /** The constant of {@code Scalars} that encodes the scalar as an element. */
  static CodeBlock codec(Scalar scalar) {
    String constant =
        switch (scalar) {
          case BOOLEAN -> "BOOL";
          case BYTE -> "INT8";
          case SHORT -> "INT16";
          case INT -> "INT32";
          case LONG -> "INT64";
          default -> scalar.name();
        };
    return CodeBlock.of("$T.$L", GrpcRuntime.SCALARS, constant);
  }

  /** Whether absence and the default value are the same: for what protobuf has itself. */
  static boolean hasDefault(Scalar scalar) {
    return switch (scalar) {
      case BOOLEAN, BYTE, SHORT, INT, LONG, FLOAT, DOUBLE, STRING, BYTES -> true;
      default -> false;
    };
  }

  /** Whether several values fit under one tag. */
  static boolean isPackable(Scalar scalar) {
    return switch (scalar) {
      case BOOLEAN, BYTE, SHORT, INT, LONG, FLOAT, DOUBLE -> true;
      default -> false;
    };
  }

  /** The constant of {@code WireType} for a value. */
  static String wireType(Scalar scalar) {
    return switch (scalar) {
      case BOOLEAN, BYTE, SHORT, INT, LONG -> "VARINT";
      case FLOAT -> "I32";
      case DOUBLE -> "I64";
      default -> "LEN";
    };
  }

  /** The method of {@code WireWriter} that leaves the default value away. */
  static String writeMethod(Scalar scalar) {
    return switch (scalar) {
      case BOOLEAN -> "writeBool";
      case BYTE, SHORT, INT -> "writeInt32";
      case LONG -> "writeInt64";
      case FLOAT -> "writeFloat";
      case DOUBLE -> "writeDouble";
      case BYTES -> "writeBytes";
      default -> "writeString";
    };
  }

  /** An expression that reads a value. */
  static CodeBlock read(String reader, Scalar scalar) {
    return switch (scalar) {
      case BOOLEAN -> CodeBlock.of("$L.readBool()", reader);
      case INT -> CodeBlock.of("$L.readInt32()", reader);
      case LONG -> CodeBlock.of("$L.readInt64()", reader);
      case FLOAT -> CodeBlock.of("$L.readFloat()", reader);
      case DOUBLE -> CodeBlock.of("$L.readDouble()", reader);
      case STRING -> CodeBlock.of("$L.readString()", reader);
      case BYTES -> CodeBlock.of("$L.readBytes()", reader);
      default -> CodeBlock.of("$L.read($L)", reader, codec(scalar));
    };
  }

  /** The default value, where there is one. */
  static CodeBlock defaultValue(Scalar scalar) {
    return switch (scalar) {
      case BOOLEAN -> CodeBlock.of("false");
      case STRING -> CodeBlock.of("$S", "");
      case BYTES -> CodeBlock.of("new byte[0]");
      default -> CodeBlock.of("0");
    };
  }

  /** The type of a variable that always has a value: a primitive where there is one. */
  static TypeName variableType(Scalar scalar) {
    return scalar.primitive().isPresent()
        ? ClassName.bestGuess(scalar.javaClass()).unbox()
        : JavaTypes.of(new TypeRef.ScalarRef(scalar, false, false));
  }
}
