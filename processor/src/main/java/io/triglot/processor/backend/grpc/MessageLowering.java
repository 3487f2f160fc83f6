package io.triglot.processor.backend.grpc;

import io.triglot.processor.backend.grpc.FieldLowering.Property;
import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Lowers records, beans and the generated requests and responses to messages. */
final class MessageLowering {
  private final TypeIndex types;
  private final FieldLowering fields;

  MessageLowering(TypeIndex types, List<Diagnostic> diagnostics) {
    this.types = types;
    this.fields = new FieldLowering(types, diagnostics);
  }

  /** The message of an object type. */
  ProtoMessage lower(ObjectType type) {
    return new ProtoMessage(
        types.name(type.javaName()),
        type.doc().deprecated(type.deprecation()),
        type.deprecation().isPresent(),
        fields(
            type.fields().stream().map(Property::of).toList(),
            type.fields().stream().map(Field::number).toList()),
        type.javaName(),
        type.creation(),
        type.javaName().generated("Marshaller"),
        type.origin());
  }

  /** The fields of properties, in the same order. */
  List<ProtoField> fields(List<Property> properties, List<OptionalInt> wishes) {
    List<Integer> numbers = FieldNumbers.assign(wishes);
    List<ProtoField> lowered = new ArrayList<>();
    for (int i = 0; i < properties.size(); i++) {
      lowered.add(fields.lower(properties.get(i), numbers.get(i)));
    }
    return lowered;
  }
}
