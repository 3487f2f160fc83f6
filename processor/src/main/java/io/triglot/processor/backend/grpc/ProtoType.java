package io.triglot.processor.backend.grpc;

import io.triglot.processor.model.Conversion;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Scalar;

/** The type of a field. */
sealed interface ProtoType {
  /** The type that the {@code .proto} file has. */
  default ProtoType onWire() {
    return this;
  }

  /**
   * A scalar.
   *
   * @param keyword the name in the protobuf language, such as {@code int32}
   * @param scalar the Java type that it carries
   */
  record ScalarType(String keyword, Scalar scalar) implements ProtoType {}

  /**
   * An enum of the API.
   *
   * @param zero whether a constant of it has the number 0
   * @param javaName the Java enum
   */
  record EnumRef(ProtoName name, boolean zero, JavaName javaName) implements ProtoType {}

  /**
   * A message of the API.
   *
   * @param javaName the Java type that it carries
   */
  record MessageRef(ProtoName name, JavaName javaName) implements ProtoType {}

  /** A message of protobuf's own, such as {@code google.protobuf.Timestamp}. */
  record WellKnownType(ProtoName name, Scalar scalar) implements ProtoType {}

  /**
   * A constant of an enum by its name in Java, as the key of a map, which no protobuf enum can be.
   *
   * @param javaName the Java enum
   */
  record EnumName(JavaName javaName) implements ProtoType {}

  /**
   * A value that travels as another one, as the element of a list or as the key or value of a map.
   *
   * @param carrier what it travels as
   */
  record ConvertedType(ProtoType carrier, Conversion conversion) implements ProtoType {
    @Override
    public ProtoType onWire() {
      return carrier;
    }
  }

  /**
   * The entries of a map.
   *
   * @param key a {@link ScalarType} or an {@link EnumName}
   */
  record MapType(ProtoType key, ProtoType value) implements ProtoType {}
}
