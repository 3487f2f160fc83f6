package io.triglot.processor.model;

import io.triglot.processor.model.TypeRef.NamedRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What an object has in JSON: members, and other objects' members in the place of these. */
public sealed interface JsonTree {
  /** The field, with the names that it has here. */
  Field field();

  /** All the members, in order. */
  Stream<Leaf> leaves();

  /** Who receives the members, and may send them. */
  default Stream<Access> accesses() {
    Stream<JsonTree> inside =
        this instanceof Group group ? group.members().stream() : Stream.empty();
    return Stream.concat(Stream.of(field().access()), inside.flatMap(JsonTree::accesses));
  }

  /** A member. */
  record Leaf(Field field) implements JsonTree {
    @Override
    public Stream<Leaf> leaves() {
      return Stream.of(this);
    }
  }

  /** A field whose object's members stand in its place. */
  record Group(Field field, ObjectType type, List<JsonTree> members) implements JsonTree {
    /** Takes a copy of the list. */
    public Group {
      members = List.copyOf(members);
    }

    @Override
    public Stream<Leaf> leaves() {
      return members.stream().flatMap(JsonTree::leaves);
    }
  }

  /** What the fields of a type are. A type inside of itself is a member. */
  static List<JsonTree> of(ApiModel model, ObjectType type) {
    return of(model, type, List.of(), Set.of());
  }

  private static List<JsonTree> of(
      ApiModel model, ObjectType type, List<JsonMember.Affixes> around, Set<JavaName> outer) {
    Set<JavaName> path = new TreeSet<>(outer);
    path.add(type.javaName());
    return type.fields().stream()
        .map(field -> named(field, around))
        .map(
            field ->
                unwrapped(model, field)
                    .filter(object -> !path.contains(object.javaName()))
                    .<JsonTree>map(
                        object ->
                            new Group(field, object, of(model, object, inner(field, around), path)))
                    .orElseGet(() -> new Leaf(field)))
        .toList();
  }

  /** The type of a field that is unwrapped, if it is one. */
  static Optional<ObjectType> unwrapped(ApiModel model, Field field) {
    return field.json().unwrapped().isPresent()
            && field.type().present() instanceof NamedRef named
            && model.definition(named) instanceof ObjectType object
        ? Optional.of(object)
        : Optional.empty();
  }

  private static Field named(Field field, List<JsonMember.Affixes> around) {
    JsonMember member = field.json();
    for (JsonMember.Affixes affixes : around) {
      member = member.within(affixes);
    }
    return field.withJson(member);
  }

  private static List<JsonMember.Affixes> inner(Field field, List<JsonMember.Affixes> around) {
    return Stream.concat(field.json().unwrapped().stream(), around.stream()).toList();
  }
}
