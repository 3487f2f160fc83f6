package io.triglot.processor.frontend;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Tells what entity a resource method answers with where its signature does not: {@code returns} of
 * {@code @ApiOperation}, else what Swagger 1.5, Swagger 2 or MicroProfile OpenAPI say of success.
 */
final class DocumentedEntity {
  private static final String SWAGGER_1 = "io.swagger.annotations.";
  private static final List<String> OPEN_API =
      List.of(
          "io.swagger.v3.oas.annotations.responses.ApiResponse",
          "org.eclipse.microprofile.openapi.annotations.responses.APIResponse");
  private static final List<String> SEVERAL =
      List.of(
          "io.swagger.v3.oas.annotations.responses.ApiResponses",
          "org.eclipse.microprofile.openapi.annotations.responses.APIResponses",
          SWAGGER_1 + "ApiResponses");
  private static final String SCHEMA =
      "org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema";
  private static final String OPERATION = "io.swagger.v3.oas.annotations.Operation";

  private final Symbols symbols;

  DocumentedEntity(Symbols symbols) {
    this.symbols = symbols;
  }

  /**
   * An entity.
   *
   * @param type what it is, or each of its elements; {@code Void} for none
   * @param several whether it is a list
   */
  record Entity(TypeMirror type, boolean several) {
    private boolean isSame(Entity other) {
      return several == other.several && Symbols.isSame(type, other.type);
    }
  }

  /** The entity; empty where nothing is said, or several things are. */
  Optional<Entity> find(ResourceMethod resource) {
    Optional<Entity> written =
        resource.method().annotation().value("returns").stream()
            .map(value -> value.getValue())
            .filter(TypeMirror.class::isInstance)
            .map(type -> entity((TypeMirror) type))
            .flatMap(Optional::stream)
            .findFirst();
    return written.or(
        () -> {
          List<Entity> documented =
              resource.overridden().stream()
                  .map(this::documented)
                  .filter(found -> !found.isEmpty())
                  .findFirst()
                  .orElse(List.of());
          boolean one =
              documented.stream()
                  .allMatch(documented.isEmpty() ? e -> false : documented.get(0)::isSame);
          return one ? documented.stream().findFirst() : Optional.empty();
        });
  }

  private static Optional<Entity> entity(TypeMirror type) {
    if (type.getKind() == TypeKind.VOID) {
      return Optional.empty();
    }
    return Optional.of(
        type instanceof javax.lang.model.type.ArrayType array
                && array.getComponentType().getKind() != TypeKind.BYTE
            ? new Entity(array.getComponentType(), true)
            : new Entity(type, false));
  }

  /** What is documented of successes. */
  private List<Entity> documented(ExecutableElement method) {
    Stream<Annotated> alone =
        Stream.concat(OPEN_API.stream(), Stream.of(SCHEMA, SWAGGER_1 + "ApiResponse"))
            .flatMap(name -> Annotated.find(method, name).stream());
    Stream<Annotated> together =
        SEVERAL.stream()
            .flatMap(name -> Annotated.find(method, name).stream())
            .flatMap(found -> found.annotations("value"));
    Stream<Annotated> inOperation =
        Annotated.find(method, OPERATION).stream().flatMap(found -> found.annotations("responses"));
    List<Entity> responses =
        Stream.of(alone, together, inOperation)
            .flatMap(each -> each)
            .filter(DocumentedEntity::isSuccess)
            .flatMap(this::entity)
            .toList();
    return responses.isEmpty()
        ? Annotated.find(method, SWAGGER_1 + "ApiOperation").stream()
            .flatMap(this::swagger1)
            .toList()
        : responses;
  }

  private static boolean isSuccess(Annotated response) {
    String code =
        response.text("responseCode").isEmpty()
            ? response.text("code")
            : response.text("responseCode");
    return code.isEmpty() || code.equals("default") || code.matches("2..");
  }

  private Stream<Entity> entity(Annotated response) {
    String name = Annotated.qualifiedName(response.mirror());
    if (name.startsWith(SWAGGER_1)) {
      return swagger1(response);
    }
    if (name.equals(SCHEMA)) {
      return declared(response, "value").map(type -> new Entity(type, false));
    }
    List<Annotated> contents = response.annotations("content").toList();
    if (contents.isEmpty()) {
      return response.text("responseCode").matches("20[45]")
          ? Stream.of(new Entity(none(), false))
          : Stream.empty();
    }
    return contents.stream().flatMap(this::content).distinct();
  }

  private Stream<Entity> content(Annotated content) {
    Stream<Entity> elements =
        content
            .annotations("array")
            .flatMap(array -> array.annotations("schema"))
            .flatMap(schema -> declared(schema, "implementation"))
            .map(type -> new Entity(type, true));
    Stream<Entity> whole =
        content
            .annotations("schema")
            .flatMap(
                schema ->
                    declared(schema, "implementation")
                        .map(type -> new Entity(type, schema.constants("type").contains("ARRAY"))));
    return Stream.concat(elements, whole);
  }

  private Stream<Entity> swagger1(Annotated annotation) {
    boolean several = annotation.text("responseContainer").matches("(?i)list|set|array");
    return declared(annotation, "response").map(type -> new Entity(type, several));
  }

  /** The class that a member names, if it is one: {@code Void} stands for nothing said. */
  private static Stream<DeclaredType> declared(Annotated annotation, String member) {
    return annotation.value(member).stream()
        .map(value -> value.getValue())
        .filter(DeclaredType.class::isInstance)
        .map(DeclaredType.class::cast)
        .filter(
            type ->
                !((TypeElement) type.asElement())
                    .getQualifiedName()
                    .contentEquals("java.lang.Void"));
  }

  private TypeMirror none() {
    return symbols.elements().getTypeElement("java.lang.Void").asType();
  }
}
