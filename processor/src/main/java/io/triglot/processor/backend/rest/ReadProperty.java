package io.triglot.processor.backend.rest;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.triglot.processor.javagen.DefaultCode;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.javagen.OptionalCode;
import io.triglot.processor.model.Access;
import io.triglot.processor.model.Creation;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.JsonMember;
import io.triglot.processor.model.JsonTree;
import io.triglot.processor.model.JsonTree.Group;
import io.triglot.processor.model.Mutator;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A property of an object that is read.
 *
 * @param json its names and form in JSON
 * @param javaName its name in Java
 * @param otherwise what is read where nothing is sent, if the user says so
 * @param mutator what sets it; empty for what clients cannot set
 * @param conditions who may send it, if not everybody: all of them hold
 * @param unwrapped the object that it is, where the members of that stand in its place
 */
record ReadProperty(
    JsonMember json,
    String javaName,
    Optional<CodeBlock> otherwise,
    Optional<Mutator> mutator,
    List<Access> conditions,
    Optional<Made> unwrapped) {

  /** Takes a copy of the list. */
  ReadProperty {
    conditions = List.copyOf(conditions);
  }

  /** An object of which properties are read. */
  record Made(TypeName type, Creation creation, List<ReadProperty> properties) {
    Made {
      properties = List.copyOf(properties);
    }

    /** Whether the call takes all, so that what it makes needs no variable. */
    boolean isMadeByCall() {
      return creation.builder().isEmpty() && properties.stream().noneMatch(ReadProperty::isSet);
    }
  }

  static ReadProperty of(JsonTree member) {
    return of(member, List.of());
  }

  /**
   * A property.
   *
   * @param around the conditions of the objects in whose place it stands
   */
  private static ReadProperty of(JsonTree member, List<Access> around) {
    Field field = member.field();
    List<Access> conditions =
        Stream.concat(around.stream(), Stream.of(field.access()))
            .filter(Access::isGuarded)
            .distinct()
            .toList();
    return new ReadProperty(
        field.json(),
        field.javaName(),
        otherwise(field.type(), field.otherwise()),
        field.mutator(),
        conditions,
        member instanceof Group group && field.mutator().isPresent()
            ? Optional.of(made(group, conditions))
            : Optional.empty());
  }

  private static Made made(Group group, List<Access> conditions) {
    return new Made(
        JavaTypes.of(group.type().javaName()),
        group.type().creation().orElseThrow(),
        group.members().stream().map(member -> of(member, conditions)).toList());
  }

  /** The value that stands for one that is left out. */
  static Optional<CodeBlock> otherwise(TypeRef type, Optional<String> text) {
    Optional<CodeBlock> value = text.map(each -> DefaultCode.of(type.present(), each));
    return type instanceof OptionalRef optional
        ? value.map(each -> OptionalCode.ofNullable(optional, each))
        : value;
  }

  TypeRef type() {
    return json.type();
  }

  /** Whether it must be there. */
  boolean required() {
    return !type().nullable() && otherwise.isEmpty() && substitute().isEmpty();
  }

  /** What it is where it is left out. */
  Optional<CodeBlock> substitute() {
    return InclusionCode.substitute(json);
  }

  /** Whether it is set on what the call has made. */
  boolean isSet() {
    return mutator.filter(each -> !each.isArgument()).isPresent();
  }

  /** Whether it is an object whose members stand in its place. */
  boolean isObject() {
    return unwrapped.isPresent();
  }

  /** The property itself, or those of the object that it is. */
  Stream<ReadProperty> leaves() {
    return unwrapped
        .map(made -> made.properties().stream().flatMap(ReadProperty::leaves))
        .orElseGet(() -> Stream.of(this));
  }
}
