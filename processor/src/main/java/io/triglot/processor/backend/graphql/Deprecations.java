package io.triglot.processor.backend.graphql;

import com.palantir.javapoet.AnnotationSpec;
import io.triglot.processor.backend.graphql.SchemaTree.ObjectNode;
import io.triglot.processor.backend.graphql.SchemaTree.ServiceNode;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.MapRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import java.util.stream.Stream;

/** Tells which generated classes use what the user has deprecated, which must not warn again. */
final class Deprecations {
  static final AnnotationSpec SUPPRESSION =
      AnnotationSpec.builder(SuppressWarnings.class)
          .addMember("value", "{$S, $S}", "deprecation", "removal")
          .build();

  private Deprecations() {}

  /** Whether the class of a service uses something deprecated. */
  static boolean in(SchemaTree tree, ServiceNode service) {
    Stream<TypeRef> ofOperations =
        service.operations().stream()
            .map(FieldNode::source)
            .flatMap(
                operation ->
                    Stream.concat(
                        Stream.of(operation.result()),
                        operation.arguments().stream().map(Parameter::type)));
    Stream<TypeRef> ofBatches =
        service.batches().stream()
            .map(batch -> batch.field().source())
            .flatMap(field -> Stream.of(field.value(), new NamedRef(field.parent(), false)));
    return service.service().deprecation().isPresent()
        || service.operations().stream().anyMatch(field -> field.deprecation().isPresent())
        || Stream.concat(ofOperations, ofBatches)
            .flatMap(Deprecations::named)
            .anyMatch(type -> isDeprecated(tree, type));
  }

  /** Whether the class of a type uses something deprecated. */
  static boolean in(ObjectNode object) {
    return object.type().deprecation().isPresent()
        || object.fields().stream().anyMatch(field -> field.deprecation().isPresent());
  }

  private static boolean isDeprecated(SchemaTree tree, JavaName type) {
    ObjectNode object = tree.objects().get(type);
    return object != null && object.type().deprecation().isPresent();
  }

  private static Stream<JavaName> named(TypeRef type) {
    if (type instanceof NamedRef named) {
      return Stream.of(named.name());
    }
    if (type instanceof ListRef list) {
      return named(list.element());
    }
    if (type instanceof MapRef map) {
      return named(map.value());
    }
    return type instanceof OptionalRef optional ? named(optional.value()) : Stream.empty();
  }
}
