package io.triglot.processor.frontend;

import io.triglot.processor.model.Origin;
import java.util.Collection;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Finds annotations that have no effect because what they stand on is not part of the API. */
final class Exposure {
  private final Symbols symbols;
  private final Findings findings;

  Exposure(Symbols symbols, Findings findings) {
    this.symbols = symbols;
    this.findings = findings;
  }

  /**
   * Checks the members of an object type.
   *
   * @param used the declarations that its fields are read from
   */
  void checkType(TypeElement type, Collection<? extends Element> used, Origin origin) {
    type.getEnclosedElements().stream()
        .filter(
            member ->
                member.getKind() == ElementKind.FIELD
                    || member.getKind() == ElementKind.ENUM_CONSTANT
                    || member.getKind() == ElementKind.METHOD)
        .filter(member -> !used.contains(member))
        .filter(Exposure::isAnnotated)
        .forEach(
            member ->
                report(
                    member,
                    origin,
                    "@ApiField",
                    "Put it on a record component, on a getter, or on the field of one."));
  }

  /** Checks the methods that a service itself declares. */
  void checkService(TypeElement service, Origin origin) {
    for (ExecutableElement method : ElementFilter.methodsIn(service.getEnclosedElements())) {
      boolean operation = Annotated.find(method, Triglot.OPERATION).isPresent();
      boolean batch = Annotated.find(method, Triglot.BATCH).isPresent();
      if (operation && batch) {
        report(method, origin, "@ApiBatch beside @ApiOperation", "Keep one of them.");
      } else if ((operation || batch) && Annotated.find(method, Triglot.ENTITY).isPresent()) {
        report(method, origin, "@ApiEntity beside another kind of method", "Keep one of them.");
      } else {
        FieldAnnotation annotation = FieldAnnotation.of(List.of(method));
        boolean ofResult =
            operation
                && (annotation.hasForm()
                    || annotation.name().isPresent()
                    || annotation.number().isPresent());
        if (isAnnotated(method) && !ofResult) {
          report(method, origin, "@ApiField", "Put it on a parameter of an operation.");
        }
        checkParameters(method, origin);
      }
    }
  }

  /**
   * Checks a type that no operation of this round leads to. One of another round may, so that only
   * what can never be part of an API is reported.
   */
  void checkOther(TypeElement type, Origin origin) {
    for (Element member : type.getEnclosedElements()) {
      boolean isStatic = member.getModifiers().contains(Modifier.STATIC);
      if (isAnnotated(member) && (isStatic || isNoProperty(member))) {
        report(
            member,
            origin,
            "@ApiField",
            "Put it on a record component, on a getter, or on the field of one.");
      }
      if (member instanceof ExecutableElement method
          && member.getKind() == ElementKind.METHOD
          && !isStatic) {
        checkParameters(method, origin);
      }
    }
  }

  private static boolean isNoProperty(Element member) {
    return member instanceof ExecutableElement method
        && (method.getReturnType().getKind() == TypeKind.VOID
            || !method.getParameters().isEmpty() && !FieldMethods.canBe(method));
  }

  private static boolean isAnnotated(Element element) {
    return Annotated.find(element, Triglot.FIELD).isPresent();
  }

  private void checkParameters(ExecutableElement method, Origin origin) {
    if (Annotated.find(method, Triglot.OPERATION).isEmpty()
        && Annotated.find(method, Triglot.BATCH).isEmpty()
        && Annotated.find(method, Triglot.ENTITY).isEmpty()
        && !isAnnotated(method)) {
      method.getParameters().stream()
          .filter(Exposure::isAnnotated)
          .forEach(
              each -> report(each, origin, "@ApiField", "Put it on a parameter of an operation."));
    }
  }

  /** Reports a service that offers nothing. */
  void reportEmptyService(Origin service) {
    findings.report(
        OperationRules.NOT_EXPOSED,
        service,
        "@ApiService on " + service + " has no effect: it has no operation.",
        "Put @ApiOperation on its methods.");
  }

  private void report(Element element, Origin owner, String annotation, String remedy) {
    String name = owner.name() + "." + shownName(element);
    findings.report(
        OperationRules.NOT_EXPOSED,
        symbols.origin(element, name, owner),
        annotation + " on " + name + " has no effect: it is not part of the API.",
        remedy);
  }

  private static String shownName(Element element) {
    return element.getKind() == ElementKind.PARAMETER
        ? Symbols.enclosing(element).getSimpleName() + "(" + element.getSimpleName() + ")"
        : element.getSimpleName().toString();
  }
}
