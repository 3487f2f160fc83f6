package io.triglot.processor.backend.grpc;

import io.triglot.processor.model.Creation;
import io.triglot.processor.model.Doc;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A message and the Java type that it carries.
 *
 * @param fields in the order in which Java declares them
 * @param reserved what former fields had
 * @param oneof the name of what all of the fields are in, of which one is set; empty for others
 * @param javaType the user's type, or the record that is generated for a request or response
 * @param creation how an instance is made of what was read; empty where it is written only
 * @param marshaller the class that writes and reads it
 */
record ProtoMessage(
    ProtoName name,
    Doc doc,
    boolean deprecated,
    List<ProtoField> fields,
    Reserved reserved,
    Optional<String> oneof,
    JavaName javaType,
    Optional<Creation> creation,
    JavaName marshaller,
    Origin origin) {

  ProtoMessage {
    fields = List.copyOf(fields);
  }

  /** A message that never had other fields. */
  ProtoMessage(
      ProtoName name,
      Doc doc,
      boolean deprecated,
      List<ProtoField> fields,
      Optional<String> oneof,
      JavaName javaType,
      Optional<Creation> creation,
      JavaName marshaller,
      Origin origin) {
    this(
        name,
        doc,
        deprecated,
        fields,
        Reserved.NOTHING,
        oneof,
        javaType,
        creation,
        marshaller,
        origin);
  }

  /** The same message, which must not use these. */
  ProtoMessage without(Reserved former) {
    return new ProtoMessage(
        name, doc, deprecated, fields, former, oneof, javaType, creation, marshaller, origin);
  }

  /** Whether its Java type is a record that is generated for it, beside its marshaller. */
  boolean hasRecord() {
    return javaType.packageName().equals(marshaller.packageName())
        && javaType.simpleNames().size() > 1
        && javaType.simpleNames().get(0).equals(marshaller.simpleNames().get(0));
  }

  /** How a generated record is made. */
  static Optional<Creation> ofRecord(JavaName type, List<ProtoField> fields) {
    return Optional.of(Creation.constructor(type, fields.stream().map(ProtoField::javaName)));
  }
}
