package io.triglot.processor.backend.grpc;

import io.triglot.processor.model.Conversion;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Scalar;
import java.util.Optional;

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
   * @param zero the Java constant that has the number 0, if one has
   * @param javaName the Java enum
   */
  record EnumRef(ProtoName name, Optional<String> zero, JavaName javaName) implements ProtoType {}

  /**
   * A message of the API.
   *
   * @param union whether it holds one of several others, of which a newer peer may know more
   * @param javaName the Java type that it carries
   */
  record MessageRef(ProtoName name, boolean union, JavaName javaName) implements ProtoType {}

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
   * A collection inside of another one, for which a message stands that is nested in the message
   * that has the outer one.
   *
   * @param name the simple name of the nested message
   * @param factory the method of the runtime that makes its codec
   * @param values the type of the elements, or the entries
   */
  record WrappedType(String name, String factory, ProtoType values) implements ProtoType {
    /** The name of the one field, whose number is 1. */
    static final String VALUES = "values";

    /** The wrapped collection that a field's type has in it, if it has one. */
    static Optional<WrappedType> in(ProtoType field) {
      ProtoType element = field instanceof MapType map ? map.value() : field;
      return element.onWire() instanceof WrappedType wrapped
          ? Optional.of(wrapped)
          : Optional.empty();
    }
  }

  /**
   * The entries of a map.
   *
   * @param key a {@link ScalarType} or an {@link EnumName}
   */
  record MapType(ProtoType key, ProtoType value) implements ProtoType {}
}
