package io.triglot.processor.backend.graphql;

import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.model.TypeReach;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which types can be read from a client: those that can be constructed, and all of whose fields'
 * types can; unions of such. It is a property of the type alone, whether or not an operation reads
 * it, so that what is generated for a type never depends on which services are compiled with it.
 */
record InputReadability(Set<JavaName> unreadable) implements Predicate<JavaName> {

  /** Looks through the object types of a model. */
  static InputReadability of(ApiModel model) {
    Set<JavaName> unreadable = new HashSet<>();
    for (TypeDefinition definition : model.types().values()) {
      if (TypeReach.from(model, parts(definition)).stream()
          .map(model.types()::get)
          .anyMatch(InputReadability::isUnconstructible)) {
        unreadable.add(definition.javaName());
      }
      if (isUnconstructible(definition)) {
        unreadable.add(definition.javaName());
      }
    }
    return new InputReadability(Set.copyOf(unreadable));
  }

  @Override
  public boolean test(JavaName type) {
    return !unreadable.contains(type);
  }

  private static Stream<TypeRef> parts(TypeDefinition definition) {
    return definition instanceof ObjectType object
        ? object.received().map(Field::type)
        : definition.mentioned().map(name -> new NamedRef(name, false));
  }

  private static boolean isUnconstructible(TypeDefinition definition) {
    return definition instanceof ObjectType object && object.creation().isEmpty();
  }
}
