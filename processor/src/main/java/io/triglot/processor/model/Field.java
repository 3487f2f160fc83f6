package io.triglot.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A field of an object type.
 *
 * @param javaName the name of the record component or bean property
 * @param name the name in the contracts, in lowerCamelCase unless the user says otherwise
 * @param exact the names that the user gives in single contracts
 * @param json what it is in JSON
 * @param accessor what reads it
 * @param mutator what sets it; a property without one is read-only: clients receive it but do not
 *     send it
 * @param writeOnly whether clients send it but never receive it, such as a password
 * @param access who receives it, and may send it
 * @param constraints what values have to be
 * @param otherwise the text of the value that stands for one that clients leave out, where there is
 *     one
 * @param id whether it is an {@code ID} in GraphQL
 * @param version whether it tells which version of the object it is
 * @param eventId whether it tells the elements of a stream apart
 * @param number the protobuf field number, where the user gives one
 * @param deprecation the reason, where the field is deprecated; may be empty text
 * @param only the protocols whose contracts have it, where not all do
 * @param parameters those of the method that reads it; only GraphQL has a field with some
 * @param sharing what the user says of it as a part of a larger graph
 */
public record Field(
    String javaName,
    String name,
    Optional<ExactNames> exact,
    JsonMember json,
    Accessor accessor,
    Optional<Mutator> mutator,
    boolean writeOnly,
    Access access,
    TypeRef type,
    Constraints constraints,
    Optional<String> otherwise,
    boolean id,
    boolean version,
    boolean eventId,
    OptionalInt number,
    Doc doc,
    Optional<String> deprecation,
    Optional<Set<Protocol>> only,
    List<Parameter> parameters,
    Optional<Sharing> sharing,
    Origin origin) {

  /** Takes a copy. */
  public Field {
    only = only.map(Set::copyOf);
    parameters = List.copyOf(parameters);
  }

  /** The arguments that clients send to receive it. */
  public List<Parameter> arguments() {
    return parameters.stream().flatMap(Parameter::told).toList();
  }

  /** Whether some of its arguments have constraints. */
  public boolean isConstrained() {
    return Stream.concat(parameters.stream(), arguments().stream())
        .anyMatch(each -> !each.constraints().isEmpty());
  }

  /** The types that it has and takes. */
  public Stream<TypeRef> references() {
    return Stream.concat(Stream.of(type), arguments().stream().map(Parameter::type));
  }

  /** Whether the contract of a protocol has it. */
  public boolean isOn(Protocol protocol) {
    return only.map(protocols -> protocols.contains(protocol)).orElse(true);
  }

  /** The same field under this number. */
  public Field numbered(OptionalInt other) {
    return copy(javaName, json, accessor, access, other, origin);
  }

  /**
   * The same field as one of the object that has this one's for its part, for everybody.
   *
   * @param otherJavaName what tells it from the fields that the object has itself
   * @param part what reads the part
   */
  public Field within(String otherJavaName, Accessor part, Origin otherOrigin) {
    return copy(otherJavaName, json, accessor.within(part), Access.OPEN, number, otherOrigin);
  }

  /** The same field as another member in JSON. */
  public Field withJson(JsonMember member) {
    return copy(javaName, member, accessor, access, number, origin);
  }

  private Field copy(
      String newJavaName,
      JsonMember newJson,
      Accessor newAccessor,
      Access newAccess,
      OptionalInt newNumber,
      Origin newOrigin) {
    return new Field(
        newJavaName,
        name,
        exact,
        newJson,
        newAccessor,
        mutator,
        writeOnly,
        newAccess,
        type,
        constraints,
        otherwise,
        id,
        version,
        eventId,
        newNumber,
        doc,
        deprecation,
        only,
        parameters,
        sharing,
        newOrigin);
  }
}
