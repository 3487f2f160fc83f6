package io.triglot.processor.frontend;

import io.triglot.processor.model.Conversion.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Finds what makes an instance of one value: what Jackson is told to use, else a static factory,
 * else a constructor. What declares checked exceptions makes none.
 */
final class ValueMakers {
  /** The names of static factories, the most telling first. */
  private static final List<String> FACTORIES = List.of("valueOf", "of", "fromString", "parse");

  private final Symbols symbols;

  ValueMakers(Symbols symbols) {
    this.symbols = symbols;
  }

  /** The step from a value to an instance of the type; empty if there is none. */
  Optional<Step> find(TypeElement type, TypeMirror value) {
    List<ExecutableElement> makers =
        Stream.concat(
                ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                    .filter(method -> isFactory(type, method)),
                ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                    .filter(any -> !type.getModifiers().contains(Modifier.ABSTRACT))
                    .filter(any -> type.getKind() != ElementKind.ENUM))
            .filter(maker -> maker.getModifiers().contains(Modifier.PUBLIC))
            .filter(maker -> maker.getParameters().size() == 1 && !maker.isVarArgs())
            .filter(maker -> Symbols.isSame(maker.getParameters().get(0).asType(), value))
            .filter(this::isUnchecked)
            .toList();
    return makers.stream()
        .filter(maker -> Annotated.isPresent(maker, "JsonCreator"))
        .findFirst()
        .or(() -> named(makers))
        .or(
            () ->
                makers.stream().filter(any -> any.getKind() == ElementKind.CONSTRUCTOR).findFirst())
        .map(maker -> step(type, maker));
  }

  private static Optional<ExecutableElement> named(List<ExecutableElement> makers) {
    return FACTORIES.stream()
        .flatMap(name -> makers.stream().filter(maker -> maker.getSimpleName().contentEquals(name)))
        .findFirst();
  }

  private static boolean isFactory(TypeElement type, ExecutableElement method) {
    return method.getModifiers().contains(Modifier.STATIC)
        && method.getTypeParameters().isEmpty()
        && Symbols.isSame(method.getReturnType(), type.asType());
  }

  private boolean isUnchecked(ExecutableElement maker) {
    TypeMirror unchecked = symbols.elements().getTypeElement("java.lang.RuntimeException").asType();
    return maker.getThrownTypes().stream()
        .allMatch(
            thrown ->
                thrown.getKind() != TypeKind.ERROR && symbols.types().isSubtype(thrown, unchecked));
  }

  private static Step step(TypeElement type, ExecutableElement maker) {
    return maker.getKind() == ElementKind.CONSTRUCTOR
        ? new Step.Constructor(Symbols.javaName(type), false)
        : new Step.StaticMethod(Symbols.javaName(type), maker.getSimpleName().toString());
  }
}
