package io.triglot.processor.frontend;

import io.triglot.processor.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Finds the methods of a resource class that are to be operations: all resource methods where
 * {@code @ApiService} stands on the class, else those with {@code @ApiOperation}.
 *
 * @see <a
 *     href="https://jakarta.ee/specifications/restful-ws/3.1/jakarta-restful-ws-spec-3.1#annotationinheritance">Annotation
 *     inheritance (section 3.6)</a>
 */
final class ResourceMethodFinder {
  private final Symbols symbols;

  ResourceMethodFinder(Symbols symbols) {
    this.symbols = symbols;
  }

  /**
   * The methods, nearest first.
   *
   * @param path that of the class
   * @param all whether the class takes in all of them
   */
  List<ResourceMethod> find(TypeElement type, String path, boolean all, Origin origin) {
    List<ExecutableElement> seen = new ArrayList<>();
    List<ResourceMethod> found = new ArrayList<>();
    for (TypeElement each : symbols.lineage(type)) {
      for (ExecutableElement method : ElementFilter.methodsIn(each.getEnclosedElements())) {
        if (isCandidate(method)
            && seen.stream().noneMatch(nearer -> overrides(nearer, method, type))) {
          seen.add(method);
          read(type, method, path, all, origin).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /** The names of the methods that locate sub-resources: they have a path, but no verb. */
  List<String> locators(TypeElement type) {
    return symbols.lineage(type).stream()
        .flatMap(each -> ElementFilter.methodsIn(each.getEnclosedElements()).stream())
        .filter(method -> JaxRs.find(method, "Path").isPresent())
        .filter(method -> JaxRs.verb(method).isEmpty())
        .map(method -> method.getSimpleName().toString())
        .distinct()
        .toList();
  }

  private static boolean isCandidate(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.PUBLIC)
        && !method.getModifiers().contains(Modifier.STATIC);
  }

  private boolean overrides(ExecutableElement nearer, ExecutableElement method, TypeElement type) {
    return symbols.elements().overrides(nearer, method, type);
  }

  private Optional<ResourceMethod> read(
      TypeElement type, ExecutableElement method, String path, boolean all, Origin origin) {
    List<ExecutableElement> overridden = ElementFilter.methodsIn(symbols.overridden(method, type));
    Optional<Annotated> operation =
        overridden.stream()
            .flatMap(each -> Annotated.find(each, Triglot.OPERATION).stream())
            .findFirst();
    Optional<ExecutableElement> jaxRs = overridden.stream().filter(JaxRs::isAnnotated).findFirst();
    if (jaxRs.isEmpty() || !all && operation.isEmpty()) {
      return Optional.empty();
    }
    String name = Symbols.shownName(type) + "." + method.getSimpleName();
    return JaxRs.verb(jaxRs.get())
        .map(
            verb ->
                new ResourceMethod(
                    new OperationMethod(
                        type,
                        jaxRs.get(),
                        operation.orElseGet(() -> verbAnnotation(jaxRs.get())),
                        symbols.typeIn(type, jaxRs.get()),
                        overridden,
                        symbols.origin(method, name, origin)),
                    jaxRs.get(),
                    verb,
                    path + ResourcePath.of(jaxRs.get()),
                    overridden));
  }

  /** In the place of an annotation of ours, which says nothing. */
  private static Annotated verbAnnotation(ExecutableElement method) {
    return method.getAnnotationMirrors().stream()
        .map(mirror -> new Annotated(method, mirror))
        .filter(
            annotation ->
                JaxRs.find(annotation.mirror().getAnnotationType().asElement(), "HttpMethod")
                    .isPresent())
        .findFirst()
        .orElseThrow();
  }
}
