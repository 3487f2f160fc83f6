package io.triglot.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A record or bean: a message, an object type, an object schema.
 *
 * @param exact the names that the user gives in single contracts
 * @param creation how an instance is made; empty for a type that can be written to a client but not
 *     read from one
 * @param fields in declaration order
 * @param otherMembers what JSON objects may have besides the fields
 * @param constrained whether objects as a whole have constraints
 * @param tag what JSON says of the type wherever it stands, if it does
 * @param keys what identifies objects of the type, as far as the user says it
 * @param node whether clients find an object again by an id made of the first key
 * @param sharing what the user says of it as a part of a larger graph
 * @param deprecation the reason, where the type is deprecated; may be empty text
 */
public record ObjectType(
    JavaName javaName,
    String name,
    Optional<ExactNames> exact,
    Optional<Creation> creation,
    List<Field> fields,
    OtherMembers otherMembers,
    boolean constrained,
    Optional<Tag> tag,
    List<EntityKey> keys,
    boolean node,
    Optional<Sharing> sharing,
    Doc doc,
    Optional<String> deprecation,
    Origin origin)
    implements TypeDefinition {

  /** Takes copies of the lists. */
  public ObjectType {
    fields = List.copyOf(fields);
    keys = List.copyOf(keys);
  }

  @Override
  public ObjectType named(String name) {
    return new ObjectType(
        javaName,
        name,
        exact,
        creation,
        fields,
        otherMembers,
        constrained,
        tag,
        keys,
        node,
        sharing,
        doc,
        deprecation,
        origin);
  }

  @Override
  public ObjectType withExact(Optional<ExactNames> names) {
    return new ObjectType(
        javaName,
        name,
        names,
        creation,
        fields,
        otherMembers,
        constrained,
        tag,
        keys,
        node,
        sharing,
        doc,
        deprecation,
        origin);
  }

  /**
   * Members of a JSON object that are no fields.
   *
   * @param ignored the names of those that are skipped
   * @param lenient whether all others are skipped too; else they are refused
   */
  public record OtherMembers(List<String> ignored, boolean lenient) {
    /** There are none. */
    public static final OtherMembers REFUSED = new OtherMembers(List.of(), false);

    /** Takes a copy of the list. */
    public OtherMembers {
      ignored = List.copyOf(ignored);
    }
  }

  /** The same type with these fields. */
  public ObjectType withFields(List<Field> others) {
    return new ObjectType(
        javaName,
        name,
        exact,
        creation,
        others,
        otherMembers,
        constrained,
        tag,
        keys,
        node,
        sharing,
        doc,
        deprecation,
        origin);
  }

  /** The same type, made in another way. */
  public ObjectType withCreation(Optional<Creation> other) {
    return new ObjectType(
        javaName,
        name,
        exact,
        other,
        fields,
        otherMembers,
        constrained,
        tag,
        keys,
        node,
        sharing,
        doc,
        deprecation,
        origin);
  }

  @Override
  public Stream<JavaName> mentioned() {
    return fields.stream().flatMap(Field::references).flatMap(TypeReach::mentioned);
  }

  /** The fields that clients send. */
  public Stream<Field> received() {
    return fields.stream().filter(field -> field.mutator().isPresent());
  }

  /** The fields that clients receive. */
  public Stream<Field> sent() {
    return fields.stream().filter(field -> !field.writeOnly());
  }

  /** Whether some field is not for everybody. */
  public boolean isGuarded() {
    return fields.stream().anyMatch(field -> field.access().isGuarded());
  }

  /** The field that is an argument of this name in Java. */
  public Field field(String javaName) {
    return fields.stream()
        .filter(field -> field.javaName().equals(javaName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(javaName));
  }
}
