package io.triglot.processor.model;

import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.MapRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the types that others lead to. */
public final class TypeReach {
  private TypeReach() {}

  /** The named types that these references lead to, directly or through fields, sorted. */
  public static SortedSet<JavaName> from(ApiModel model, Stream<TypeRef> references) {
    SortedSet<JavaName> reached = new TreeSet<>();
    Deque<JavaName> open = new ArrayDeque<>(references.flatMap(TypeReach::mentioned).toList());
    while (!open.isEmpty()) {
      JavaName name = open.removeFirst();
      if (reached.add(name)) {
        model.definition(new NamedRef(name, false)).mentioned().forEach(open::addLast);
      }
    }
    return reached;
  }

  /** Whether a use of a type leads to fields that are not for everybody. */
  public static boolean isGuarded(ApiModel model, TypeRef reference) {
    return from(model, Stream.of(reference)).stream()
        .map(name -> model.definition(new NamedRef(name, false)))
        .anyMatch(type -> type instanceof ObjectType object && object.isGuarded());
  }

  /** The types that clients send to these operations. */
  public static SortedSet<JavaName> inputs(ApiModel model, Stream<Operation> operations) {
    return from(
        model, operations.flatMap(operation -> operation.received().stream()).map(Parameter::type));
  }

  /** The types that clients receive from these operations. */
  public static SortedSet<JavaName> outputs(ApiModel model, Stream<Operation> operations) {
    return from(model, operations.map(Operation::result));
  }

  /** The types that a use of a type names itself, as element, key, value or optional. */
  public static Stream<JavaName> mentioned(TypeRef use) {
    TypeRef type = use.carrier();
    if (type instanceof NamedRef named) {
      return Stream.of(named.name());
    }
    if (type instanceof ListRef list) {
      return mentioned(list.element());
    }
    if (type instanceof MapRef map) {
      return Stream.concat(mentioned(map.key()), mentioned(map.value()));
    }
    return type instanceof OptionalRef optional ? mentioned(optional.value()) : Stream.empty();
  }
}
