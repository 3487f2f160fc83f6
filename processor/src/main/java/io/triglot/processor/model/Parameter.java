package io.triglot.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A parameter of an operation's method.
 *
 * @param javaName the name in Java
 * @param name the name in the contracts
 * @param exact the names that the user gives in single contracts
 * @param role what it receives
 * @param source where a request of REST has it, if the user says so
 * @param type for a {@link Role#CONTEXT} parameter of no meaning; for a {@link Role#STREAM} that of
 *     one value
 * @param constraints what values have to be; of a {@link Role#STREAM} each one
 * @param otherwise the text of the value that stands for one that is left out, where there is one
 * @param library whose publisher a {@link Role#STREAM} is
 * @param id whether it is an {@code ID} in GraphQL
 * @param number the protobuf field number in the request message, where the user gives one
 * @param deprecation the reason, where the parameter is deprecated; may be empty text
 * @param parts the components of the record that it is, in order, where each of them is a parameter
 *     in the contracts and not the record; else empty
 */
public record Parameter(
    String javaName,
    String name,
    Optional<ExactNames> exact,
    Role role,
    Optional<Source> source,
    TypeRef type,
    Constraints constraints,
    Optional<String> otherwise,
    AsyncLibrary library,
    boolean id,
    OptionalInt number,
    Doc doc,
    Optional<String> deprecation,
    List<Parameter> parts,
    Origin origin) {

  /** Takes a copy. */
  public Parameter {
    parts = List.copyOf(parts);
  }

  /** A value in the headers of a request, which may be absent. */
  public static Parameter header(String javaName, TypeRef type, Origin origin) {
    return new Parameter(
        javaName,
        javaName,
        Optional.empty(),
        Role.ARGUMENT,
        Optional.empty(),
        type,
        Constraints.NONE,
        Optional.empty(),
        AsyncLibrary.JDK,
        false,
        OptionalInt.empty(),
        Doc.NONE,
        Optional.empty(),
        List.of(),
        origin);
  }

  /** The same under another name. */
  public Parameter named(String name) {
    return new Parameter(
        javaName,
        name,
        exact,
        role,
        source,
        type,
        constraints,
        otherwise,
        library,
        id,
        number,
        doc,
        deprecation,
        parts,
        origin);
  }

  /** The same under this number. */
  public Parameter numbered(OptionalInt other) {
    return new Parameter(
        javaName,
        name,
        exact,
        role,
        source,
        type,
        constraints,
        otherwise,
        library,
        id,
        other,
        doc,
        deprecation,
        parts,
        origin);
  }

  /** The same, made of these parts. */
  public Parameter with(List<Parameter> parts) {
    return new Parameter(
        javaName,
        name,
        exact,
        role,
        source,
        type,
        constraints,
        otherwise,
        library,
        id,
        number,
        doc,
        deprecation,
        parts,
        origin);
  }

  /** Whether the contracts have its parts in its place. */
  public boolean isWhole() {
    return !parts.isEmpty();
  }

  /** Whether the user says that a request of REST has it there. */
  public boolean isFrom(Class<? extends Source> kind) {
    return source.filter(kind::isInstance).isPresent();
  }

  /** What the contracts have: its parts, or itself. */
  public Stream<Parameter> told() {
    return isWhole() ? parts.stream() : Stream.of(this);
  }

  /** What a parameter receives. */
  public enum Role {
    /** A value from the caller: part of the contract. */
    ARGUMENT,
    /**
     * Values from the caller, one after another: part of the contract where the protocol can say
     * it.
     */
    STREAM,
    /**
     * A value in the headers of a request, on every protocol: part of the contract of REST alone.
     */
    METADATA,
    /** The {@code CallContext}: not part of the contract. */
    CONTEXT
  }
}
