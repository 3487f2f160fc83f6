package io.triglot.processor.backend.grpc;

import io.triglot.processor.backend.grpc.FieldLowering.Property;
import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.model.Doc;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.UnionType;
import io.triglot.processor.model.UnionType.Member;
import io.triglot.processor.model.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Lowers records, beans and the generated requests and responses to messages. */
final class MessageLowering {
  private static final String ONEOF = "kind";

  private final TypeIndex types;
  private final FieldLowering fields;
  private final UpdateMasks masks;

  MessageLowering(TypeIndex types, UpdateMasks masks, List<Diagnostic> diagnostics) {
    this.types = types;
    this.masks = masks;
    this.fields = new FieldLowering(types, diagnostics);
  }

  /** The message of an object type. */
  ProtoMessage lower(ObjectType type) {
    return new ProtoMessage(
        types.name(type.javaName()),
        type.doc().deprecated(type.deprecation()),
        type.deprecation().isPresent(),
        fields(type),
        Optional.empty(),
        type.javaName(),
        type.creation(),
        type.javaName().generated("Marshaller"),
        type.origin());
  }

  private List<ProtoField> fields(ObjectType type) {
    List<OptionalInt> wishes = new ArrayList<>(type.fields().stream().map(Field::number).toList());
    boolean patch = UpdateMasks.isPatch(type);
    if (patch) {
      wishes.add(masks.number(types.name(type.javaName()), wishes));
    }
    List<Integer> numbers = FieldNumbers.assign(wishes);
    List<ProtoField> lowered = new ArrayList<>();
    for (int i = 0; i < type.fields().size(); i++) {
      lowered.add(fields.lower(Property.of(type.fields().get(i)), numbers.get(i)));
    }
    if (patch) {
      lowered.add(UpdateMasks.field(type, numbers.get(lowered.size())));
    }
    return lowered;
  }

  /** The message of a union. */
  ProtoMessage lower(UnionType type) {
    List<Integer> numbers =
        FieldNumbers.assign(type.members().stream().map(Member::number).toList());
    List<ProtoField> members = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      Member member = type.members().get(i);
      members.add(
          fields.lower(
              Property.component(
                  Words.lowerCamel(member.name()),
                  Optional.empty(),
                  Words.lowerCamel(member.name()),
                  Doc.NONE,
                  false,
                  new NamedRef(member.type(), false),
                  Optional.empty(),
                  member.origin()),
              numbers.get(i)));
    }
    return new ProtoMessage(
        types.name(type.javaName()),
        type.doc(),
        type.deprecation().isPresent(),
        members,
        Optional.of(oneof(members)),
        type.javaName(),
        Optional.empty(),
        type.javaName().generated("Marshaller"),
        type.origin());
  }

  /** Fields and what they are in share one scope. */
  private static String oneof(List<ProtoField> members) {
    return members.stream().anyMatch(member -> member.name().equals(ONEOF)) ? "one_of" : ONEOF;
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
