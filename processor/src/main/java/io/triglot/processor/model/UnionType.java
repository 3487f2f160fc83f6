package io.triglot.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A type whose values are of one of several object types: a message with a {@code oneof}, a union
 * or interface, a {@code oneOf} with a discriminator.
 *
 * @param discriminator what tells the members apart in JSON
 * @param members in declaration order, at least one; an instance of one is no instance of another
 * @param commonFields the properties that the type itself declares for its members to have
 * @param deprecation the reason, where the type is deprecated; may be empty text
 */
public record UnionType(
    JavaName javaName,
    String name,
    Optional<ExactNames> exact,
    Discriminator discriminator,
    List<Member> members,
    List<CommonField> commonFields,
    Doc doc,
    Optional<String> deprecation,
    Origin origin)
    implements TypeDefinition {

  /** Takes copies of the lists. */
  public UnionType {
    members = List.copyOf(members);
    commonFields = List.copyOf(commonFields);
  }

  @Override
  public UnionType named(String name) {
    return new UnionType(
        javaName, name, exact, discriminator, members, commonFields, doc, deprecation, origin);
  }

  @Override
  public UnionType withExact(Optional<ExactNames> names) {
    return new UnionType(
        javaName, name, names, discriminator, members, commonFields, doc, deprecation, origin);
  }

  /** The same type with these members. */
  public UnionType withMembers(List<Member> others) {
    return new UnionType(
        javaName, name, exact, discriminator, others, commonFields, doc, deprecation, origin);
  }

  @Override
  public Stream<JavaName> mentioned() {
    return members.stream().map(Member::type);
  }

  /**
   * A member.
   *
   * @param type an object type
   * @param name what contracts call it among the members, such as {@code Circle}
   * @param tag what the discriminator says of it
   * @param number the protobuf field number, where the user gives one
   */
  public record Member(
      JavaName type, String name, JsonName tag, OptionalInt number, Origin origin) {

    /** The same under this number. */
    public Member numbered(OptionalInt other) {
      return new Member(type, name, tag, other, origin);
    }
  }

  /**
   * A property that all members may have as a field.
   *
   * @param javaName its name in Java
   */
  public record CommonField(String javaName, Doc doc) {}
}
