package io.triglot.processor.javagen;

import com.palantir.javapoet.AnnotationSpec;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.BatchField;
import io.triglot.processor.model.EntityMethod;
import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.model.TypeReach;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import java.util.Optional;
import java.util.stream.Stream;

/** What the user has deprecated is served as before: generated code that uses it does not warn. */
public final class Deprecations {
  /** For generated classes that use something deprecated. */
  public static final AnnotationSpec SUPPRESSION =
      AnnotationSpec.builder(SuppressWarnings.class)
          .addMember("value", "{$S, $S}", "deprecation", "removal")
          .build();

  private Deprecations() {}

  /** Whether the type, a part of it, or the type of one of its fields is deprecated. */
  public static boolean in(ApiModel model, TypeDefinition type) {
    return isDeprecated(type) || areIn(model, type.mentioned());
  }

  /** Whether the service, one of its methods or one of their types is deprecated. */
  public static boolean in(ApiModel model, Service service) {
    return service.deprecation().isPresent()
        || service.operations().stream().anyMatch(each -> each.deprecation().isPresent())
        || service.batchFields().stream().anyMatch(each -> each.deprecation().isPresent())
        || anyIn(model, service.operations().stream().flatMap(Operation::references))
        || anyIn(model, service.batchFields().stream().flatMap(Deprecations::types))
        || anyIn(model, service.entities().stream().flatMap(EntityMethod::references));
  }

  private static Stream<TypeRef> types(BatchField field) {
    return Stream.concat(field.references(), Stream.of(new NamedRef(field.parent(), false)));
  }

  private static boolean anyIn(ApiModel model, Stream<TypeRef> references) {
    return areIn(model, references.flatMap(TypeReach::mentioned));
  }

  private static boolean areIn(ApiModel model, Stream<JavaName> types) {
    return types
        .map(name -> model.definition(new NamedRef(name, false)))
        .anyMatch(Deprecations::isDeprecated);
  }

  /** Whether the type, one of its fields or one of its constants is deprecated. */
  private static boolean isDeprecated(TypeDefinition type) {
    Stream<Optional<String>> parts =
        type instanceof EnumType enumType
            ? enumType.constants().stream().map(EnumType.Constant::deprecation)
            : type instanceof ObjectType object
                ? object.fields().stream().map(Field::deprecation)
                : Stream.empty();
    return type.deprecation().isPresent() || parts.anyMatch(Optional::isPresent);
  }
}
