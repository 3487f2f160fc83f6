package io.triglot.processor.frontend;

import io.triglot.processor.model.Origin;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/**
 * A method that a service offers, declared by the service itself or inherited.
 *
 * @param service the service, whose type arguments decide what inherited type variables mean
 * @param declaration the annotated declaration
 * @param annotation what makes it part of the API
 * @param type the method's type as a member of the service
 * @param overriding the declarations of the method in the service and what it inherits from,
 *     nearest first
 */
record OperationMethod(
    TypeElement service,
    ExecutableElement declaration,
    Annotated annotation,
    ExecutableType type,
    List<ExecutableElement> overriding,
    Origin origin) {

  String name() {
    return declaration.getSimpleName().toString();
  }

  /** A parameter and its type in the service. */
  record TypedParameter(VariableElement element, TypeMirror type) {
    String name() {
      return element.getSimpleName().toString();
    }
  }

  List<TypedParameter> parameters() {
    return IntStream.range(0, declaration.getParameters().size())
        .mapToObj(
            i ->
                new TypedParameter(
                    declaration.getParameters().get(i), type.getParameterTypes().get(i)))
        .toList();
  }

  /** The declarations whose access annotations count, the deciding one first. */
  Stream<Element> accessDeclarations(List<TypeElement> lineage) {
    return Stream.of(
            overriding.stream(), Stream.of(declaration.getEnclosingElement()), lineage.stream())
        .flatMap(each -> each);
  }
}
