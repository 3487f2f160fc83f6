package io.triglot.processor.frontend;

import io.triglot.processor.model.Adoption.Api;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.QualifiedNameable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * The annotations and types of Jakarta REST and of JAX-RS, its predecessor, by their names: neither
 * need be there.
 *
 * @see <a href="https://jakarta.ee/specifications/restful-ws/3.1/">Jakarta RESTful Web Services
 *     3.1</a>
 */
final class JaxRs {
  private static final String RESTEASY = "org.jboss.resteasy.reactive.";

  /** RESTEasy Reactive's short forms, and what they are short for. */
  private static final Map<String, String> SHORT_FORMS =
      Map.of(
          "PathParam", "RestPath",
          "QueryParam", "RestQuery",
          "HeaderParam", "RestHeader",
          "CookieParam", "RestCookie",
          "FormParam", "RestForm",
          "MatrixParam", "RestMatrix");

  private JaxRs() {}

  /** An annotation by its name below the API's package, such as {@code core.Context}. */
  static Optional<Annotated> find(Element element, String name) {
    return Stream.of(Api.values())
        .flatMap(api -> Annotated.find(element, api.packageName() + "." + name).stream())
        .findFirst();
  }

  /** An annotation of a parameter, or RESTEasy Reactive's short form of it. */
  static Optional<Annotated> findParameter(Element element, String name) {
    return find(element, name).or(() -> Annotated.find(element, RESTEASY + SHORT_FORMS.get(name)));
  }

  /** The HTTP method that an annotation on the resource method stands for. */
  static Optional<String> verb(Element method) {
    return method.getAnnotationMirrors().stream()
        .map(mirror -> mirror.getAnnotationType().asElement())
        .flatMap(annotation -> find(annotation, "HttpMethod").stream())
        .map(annotation -> annotation.text("value"))
        .findFirst();
  }

  /** Whether the declaration says something to JAX-RS itself, and so inherits nothing. */
  static boolean isAnnotated(ExecutableElement method) {
    return Stream.concat(Stream.of(method), method.getParameters().stream())
        .flatMap(each -> each.getAnnotationMirrors().stream())
        .anyMatch(JaxRs::isOfApi);
  }

  private static boolean isOfApi(AnnotationMirror mirror) {
    String name = Annotated.qualifiedName(mirror);
    return Stream.of(Api.values()).anyMatch(api -> name.startsWith(api.packageName() + "."))
        || name.startsWith(RESTEASY)
        || find(mirror.getAnnotationType().asElement(), "HttpMethod").isPresent();
  }

  /** Which of the two names an annotation has. */
  static Api api(Annotated annotation) {
    return Annotated.qualifiedName(annotation.mirror()).startsWith(Api.JAVAX.packageName())
        ? Api.JAVAX
        : Api.JAKARTA;
  }

  /** The name of a type below the API's package, such as {@code core.Response}. */
  static Optional<String> nameOf(TypeMirror type) {
    if (!(type instanceof DeclaredType declared)) {
      return Optional.empty();
    }
    String name = Objects.toString(((QualifiedNameable) declared.asElement()).getQualifiedName());
    return Stream.of(Api.values())
        .map(api -> api.packageName() + ".")
        .filter(name::startsWith)
        .map(prefix -> name.substring(prefix.length()))
        .findFirst();
  }

  /** Whether a class is a resource: {@code @Path} is on it or on what it inherits from. */
  static Optional<Annotated> resource(TypeElement type, Symbols symbols) {
    return isClient(type)
        ? Optional.empty()
        : symbols.lineage(type).stream().flatMap(each -> find(each, "Path").stream()).findFirst();
  }

  /**
   * Whether a class has resource methods but is no resource itself: a base class of some, what a
   * sub-resource locator returns, or a client.
   */
  static boolean isPartOfResource(TypeElement type, Symbols symbols) {
    return isClient(type)
        || symbols.lineage(type).stream()
            .flatMap(each -> ElementFilter.methodsIn(each.getEnclosedElements()).stream())
            .anyMatch(method -> verb(method).isPresent());
  }

  /** The simple names of name bindings on an element. */
  static Stream<String> nameBindings(Element element) {
    return element.getAnnotationMirrors().stream()
        .map(mirror -> mirror.getAnnotationType().asElement())
        .filter(annotation -> find(annotation, "NameBinding").isPresent())
        .map(annotation -> "@" + annotation.getSimpleName());
  }

  /** Whether an interface is a client of a service that is elsewhere. */
  static boolean isClient(TypeElement type) {
    return Annotated.isPresent(type, "RegisterRestClient");
  }
}
