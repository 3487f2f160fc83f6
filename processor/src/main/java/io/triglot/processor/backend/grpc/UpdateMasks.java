package io.triglot.processor.backend.grpc;

import io.triglot.processor.backend.grpc.ProtoField.Cardinality;
import io.triglot.processor.contract.Block;
import io.triglot.processor.contract.Lock;
import io.triglot.processor.model.Access;
import io.triglot.processor.model.Accessor;
import io.triglot.processor.model.Doc;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.Container;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The fields by which messages say what is to change: protobuf keeps apart what is absent and what
 * has a value, and null only by a mask that names it.
 *
 * @param lock which number a mask had
 */
record UpdateMasks(Lock lock) {
  /** The name of the field, as AIP-134 has it. */
  static final String NAME = "update_mask";

  private static final Doc DOC =
      new Doc(
          "The names of the fields that change; one that has no value becomes null. Without a mask,"
              + " those that have values do.");

  /** Whether a type's message has a mask. */
  static boolean isPatch(ObjectType type) {
    return type.received().map(Field::type).anyMatch(TypeRef::isPatch);
  }

  /** The number of the mask, where the message was published with one or after one. */
  OptionalInt number(ProtoName message, List<OptionalInt> others) {
    Optional<Block> block = lock.block(ProtoFacts.name(ProtoFacts.MESSAGE, message));
    if (block.isEmpty()) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(
        FieldNumbers.after(ProtoFacts.numbers(block.get()), others)
            .number(NAME, OptionalInt.empty()));
  }

  /** The field. */
  static ProtoField field(ObjectType type, int number) {
    return new ProtoField(
        NAME,
        ProtoNames.derivedJsonName(NAME),
        number,
        Cardinality.SINGULAR,
        new ProtoType.WellKnownType(WellKnown.FIELD_MASK, Scalar.STRING),
        DOC,
        false,
        "",
        Accessor.method(""),
        Optional.empty(),
        false,
        Access.OPEN,
        new ListRef(Container.SET, new ScalarRef(Scalar.STRING, false, false), true),
        Optional.empty(),
        type.origin());
  }
}
