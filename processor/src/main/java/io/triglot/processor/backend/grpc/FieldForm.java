package io.triglot.processor.backend.grpc;

import io.triglot.processor.backend.grpc.ProtoType.ScalarType;

/** How a field is written and read. */
enum FieldForm {
  /** A scalar whose default value is not written. */
  DEFAULTED,
  /** What must be there. */
  REQUIRED,
  /** What may be there. */
  OPTIONAL,
  REPEATED,
  PACKED,
  MAP;

  static FieldForm of(ProtoField field) {
    return switch (field.cardinality()) {
      case OPTIONAL -> OPTIONAL;
      case REPEATED -> CodecCode.isPackable(field.type()) ? PACKED : REPEATED;
      case MAP -> MAP;
      case SINGULAR -> {
        if (field.type() instanceof ScalarType scalar && ScalarCode.hasDefault(scalar.scalar())) {
          yield DEFAULTED;
        }
        yield field.javaType().nullable() || field.otherwise().isPresent() ? OPTIONAL : REQUIRED;
      }
    };
  }
}
