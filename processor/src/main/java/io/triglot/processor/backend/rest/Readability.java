package io.triglot.processor.backend.rest;

import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.model.TypeReach;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells which types can be read from JSON: those that can be constructed, and all of whose fields
 * that clients send can be read; unions of such. That is a matter of the type alone.
 */
record Readability(Set<JavaName> unreadable) {

  /** Looks through the types of a model. */
  static Readability of(ApiModel model) {
    Set<JavaName> unreadable = new HashSet<>();
    boolean more = true;
    while (more) {
      more = false;
      for (TypeDefinition type : model.types().values()) {
        if (!isReadable(type, unreadable)) {
          more |= unreadable.add(type.javaName());
        }
      }
    }
    return new Readability(Set.copyOf(unreadable));
  }

  boolean test(TypeDefinition type) {
    return !unreadable.contains(type.javaName());
  }

  private static boolean isReadable(TypeDefinition type, Set<JavaName> unreadable) {
    return type instanceof ObjectType object
        ? object.creation().isPresent()
            && object
                .received()
                .flatMap(field -> TypeReach.mentioned(field.type()))
                .noneMatch(unreadable::contains)
        : type.mentioned().noneMatch(unreadable::contains);
  }
}
