package io.triglot.processor.backend.grpc;

import io.triglot.processor.model.JavaName;

/** The messages of protobuf's own that fields can have as their type. */
final class WellKnown {
  static final ProtoName TIMESTAMP = new ProtoName("google.protobuf", "Timestamp");
  static final ProtoName DURATION = new ProtoName("google.protobuf", "Duration");

  static final ProtoName VALUE = new ProtoName("google.protobuf", "Value");
  static final ProtoName FIELD_MASK = new ProtoName("google.protobuf", "FieldMask");
  static final ProtoName STRUCT = new ProtoName("google.protobuf", "Struct");

  private WellKnown() {}

  /** The file that declares the message, such as {@code google/protobuf/timestamp.proto}. */
  static ProtoImport file(ProtoName name) {
    String file = name.equals(VALUE) ? STRUCT.simple() : name.simple();
    return new ProtoImport(
        "google/protobuf/" + ProtoNames.snake(file) + ".proto",
        JavaName.of("com.google.protobuf", file + "Proto"),
        "getDescriptor");
  }
}
