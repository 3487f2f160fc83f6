package io.triglot.processor.backend.graphql;

import com.palantir.javapoet.AnnotationSpec;
import io.triglot.processor.backend.graphql.SchemaTree.ObjectNode;
import io.triglot.processor.backend.graphql.SchemaTree.ServiceNode;

/** Tells which generated classes use what the user has deprecated, which must not warn again. */
final class Deprecations {
  static final AnnotationSpec SUPPRESSION =
      AnnotationSpec.builder(SuppressWarnings.class)
          .addMember("value", "{$S, $S}", "deprecation", "removal")
          .build();

  private Deprecations() {}

  /** Whether the class of a service uses something deprecated. */
  static boolean in(SchemaTree tree, ServiceNode service) {
    return service.service().deprecation().isPresent()
        || service.operations().stream().anyMatch(field -> field.deprecation().isPresent())
        || anyType(tree);
  }

  /** Whether the class of a type uses something deprecated. */
  static boolean in(SchemaTree tree, ObjectNode object) {
    return object.fields().stream().anyMatch(field -> field.deprecation().isPresent())
        || anyType(tree);
  }

  private static boolean anyType(SchemaTree tree) {
    return tree.objects().values().stream()
        .anyMatch(object -> object.type().deprecation().isPresent());
  }
}
