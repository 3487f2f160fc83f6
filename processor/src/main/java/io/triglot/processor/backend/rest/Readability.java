package io.triglot.processor.backend.rest;

import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.model.TypeReach;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells which object types can be read from JSON: those that can be constructed, and all of whose
 * fields that clients send can be read. That is a matter of the type alone.
 */
record Readability(Set<JavaName> unreadable) {

  /** Looks through the types of a model. */
  static Readability of(ApiModel model) {
    Set<JavaName> unreadable = new HashSet<>();
    boolean more = true;
    while (more) {
      more = false;
      for (TypeDefinition type : model.types().values()) {
        if (type instanceof ObjectType object && !isReadable(object, unreadable)) {
          more |= unreadable.add(object.javaName());
        }
      }
    }
    return new Readability(Set.copyOf(unreadable));
  }

  boolean test(ObjectType type) {
    return !unreadable.contains(type.javaName());
  }

  private static boolean isReadable(ObjectType type, Set<JavaName> unreadable) {
    return type.creation().isPresent()
        && type.received()
            .flatMap(field -> TypeReach.mentioned(field.type()))
            .noneMatch(unreadable::contains);
  }
}
