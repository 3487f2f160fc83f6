package io.triglot.processor.frontend;

import io.triglot.processor.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Finds the annotated methods of a service, inherited ones included. */
final class MethodFinder {
  private final Symbols symbols;
  private final Findings findings;

  MethodFinder(Symbols symbols, Findings findings) {
    this.symbols = symbols;
    this.findings = findings;
  }

  /** The methods with this annotation that can be called; for others there is a diagnostic. */
  List<OperationMethod> find(TypeElement service, String annotation, Origin serviceOrigin) {
    List<ExecutableElement> methods =
        symbols.lineage(service).stream()
            .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream())
            .toList();
    List<OperationMethod> found = new ArrayList<>();
    for (ExecutableElement method : methods) {
      Optional<Annotated> annotated = Annotated.find(method, annotation);
      boolean overridden =
          found.stream().anyMatch(nearer -> overrides(nearer.declaration(), method, service));
      if (annotated.isPresent() && !overridden) {
        String name = Symbols.shownName(service) + "." + method.getSimpleName();
        Origin origin = symbols.origin(method, name, serviceOrigin);
        if (isCallable(method, origin)) {
          List<ExecutableElement> overriding =
              methods.stream()
                  .filter(other -> other.equals(method) || overrides(other, method, service))
                  .toList();
          found.add(
              new OperationMethod(
                  service,
                  method,
                  annotated.get(),
                  symbols.typeIn(service, method),
                  overriding,
                  origin));
        }
      }
    }
    return found;
  }

  private boolean overrides(ExecutableElement nearer, ExecutableElement method, TypeElement type) {
    return symbols.elements().overrides(nearer, method, type);
  }

  private boolean isCallable(ExecutableElement method, Origin origin) {
    if (!method.getModifiers().contains(Modifier.PUBLIC)
        || method.getModifiers().contains(Modifier.STATIC)) {
      findings.report(
          OperationRules.INACCESSIBLE_OPERATION,
          origin,
          origin
              + (method.getModifiers().contains(Modifier.STATIC)
                  ? " is static."
                  : " is not public."),
          "Make it a public instance method.");
      return false;
    }
    if (!method.getTypeParameters().isEmpty()) {
      findings.report(
          OperationRules.GENERIC_OPERATION,
          origin,
          origin + " has type parameters, so that nobody can tell what it takes and returns.",
          "Name one type instead.");
      return false;
    }
    return true;
  }
}
