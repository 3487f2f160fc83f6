package io.triglot.processor.model;

import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.MapRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the types that others lead to. */
public final class TypeReach {
  private TypeReach() {}

  /** The named types that these references lead to, directly or through fields, sorted. */
  public static SortedSet<JavaName> from(ApiModel model, Stream<TypeRef> references) {
    SortedSet<JavaName> reached = new TreeSet<>();
    references.forEach(reference -> visit(model, reference, reached));
    return reached;
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

  private static void visit(ApiModel model, TypeRef reference, SortedSet<JavaName> reached) {
    if (reference instanceof ListRef list) {
      visit(model, list.element(), reached);
    } else if (reference instanceof MapRef map) {
      visit(model, map.key(), reached);
      visit(model, map.value(), reached);
    } else if (reference instanceof OptionalRef optional) {
      visit(model, optional.value(), reached);
    } else if (reference instanceof NamedRef named
        && reached.add(named.name())
        && model.definition(named) instanceof ObjectType object) {
      object.fields().forEach(field -> visit(model, field.type(), reached));
    }
  }
}
