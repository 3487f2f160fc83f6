package io.triglot.processor.backend.grpc;

import io.triglot.processor.model.Access;
import io.triglot.processor.model.Accessor;
import io.triglot.processor.model.Conversion;
import io.triglot.processor.model.Doc;
import io.triglot.processor.model.Mutator;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ConvertedRef;
import java.util.Optional;

/**
 * A field of a message and the Java property that it carries.
 *
 * @param name the name in the {@code .proto} file, such as {@code created_at}
 * @param jsonName the name in the protobuf JSON mapping, and in the paths of errors
 * @param javaName the name of the record component or bean property
 * @param accessor what reads the property
 * @param mutator what sets it; empty for what clients do not send
 * @param writeOnly whether it stands in requests only
 * @param access who receives it, and may send it
 * @param javaType the Java type of the property
 * @param otherwise the text of the value that is read where none is there, where there is one
 */
record ProtoField(
    String name,
    String jsonName,
    int number,
    Cardinality cardinality,
    ProtoType type,
    Doc doc,
    boolean deprecated,
    String javaName,
    Accessor accessor,
    Optional<Mutator> mutator,
    boolean writeOnly,
    Access access,
    TypeRef javaType,
    Optional<String> otherwise,
    Origin origin) {

  /** How often a field can occur. */
  enum Cardinality {
    /** Once; the default value and absence are the same, unless the type is a message. */
    SINGULAR,
    /** Once or not at all: {@code optional}. */
    OPTIONAL,
    /** Any number of times, in order. */
    REPEATED,
    /** Once for each key. */
    MAP
  }

  /** Whether it says which other fields of its message are given. */
  boolean isMask() {
    return type instanceof ProtoType.WellKnownType known
        && known.name().equals(WellKnown.FIELD_MASK);
  }

  /** The type of the value as it travels. */
  TypeRef carrier() {
    return javaType.present().carrier();
  }

  /** How the value gets into that type, and back. */
  Optional<Conversion> conversion() {
    return javaType.present() instanceof ConvertedRef converted
        ? Optional.of(converted.conversion())
        : Optional.empty();
  }
}
