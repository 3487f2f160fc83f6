package io.triglot.processor.frontend;

import io.triglot.processor.model.ErrorType.Argument;
import io.triglot.processor.model.ErrorType.Property;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * Finds the constructor with which a client makes an exception again: its parameters are named
 * after the exception's details and have their types, or are the {@code message} or the cause.
 */
final class ErrorConstructor {
  private ErrorConstructor() {}

  /** The arguments of the constructor that takes most of what is known; empty if none fits. */
  static Optional<List<Argument>> of(TypeElement type, List<Property> properties, Types types) {
    if (type.getModifiers().contains(Modifier.ABSTRACT)) {
      return Optional.empty();
    }
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .filter(constructor -> constructor.getModifiers().contains(Modifier.PUBLIC))
        .flatMap(constructor -> arguments(type, constructor, properties, types).stream())
        .max(Comparator.comparing(List::size));
  }

  private static Optional<List<Argument>> arguments(
      TypeElement type, ExecutableElement constructor, List<Property> properties, Types types) {
    List<Argument> arguments = new ArrayList<>();
    for (VariableElement parameter : constructor.getParameters()) {
      argument(type, parameter, properties, types).ifPresent(arguments::add);
    }
    return arguments.size() == constructor.getParameters().size()
        ? Optional.of(arguments)
        : Optional.empty();
  }

  private static Optional<Argument> argument(
      TypeElement type, VariableElement parameter, List<Property> properties, Types types) {
    String name = parameter.getSimpleName().toString();
    TypeMirror given = parameter.asType();
    return Stream.of(
            properties.stream()
                .filter(property -> property.name().equals(name))
                .filter(property -> isText(property))
                .filter(property -> types.isSameType(accessorType(type, property), given))
                .<Argument>map(Argument.Detail::new)
                .findFirst(),
            name.equals("message") && isNamed(given, "java.lang.String")
                ? Optional.<Argument>of(new Argument.Message())
                : Optional.<Argument>empty(),
            isNamed(given, "java.lang.Throwable") || isNamed(given, "java.lang.Exception")
                ? Optional.<Argument>of(new Argument.Cause())
                : Optional.<Argument>empty())
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Whether the property's text tells all of it. */
  private static boolean isText(Property property) {
    return property.type() instanceof ScalarRef || property.type() instanceof NamedRef;
  }

  private static TypeMirror accessorType(TypeElement type, Property property) {
    for (Element member = type; member instanceof TypeElement owner; ) {
      Optional<ExecutableElement> accessor =
          ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
              .filter(method -> method.getSimpleName().contentEquals(property.accessor()))
              .filter(method -> method.getParameters().isEmpty())
              .findFirst();
      if (accessor.isPresent()) {
        return accessor.get().getReturnType();
      }
      member = ((DeclaredType) owner.getSuperclass()).asElement();
    }
    throw new IllegalStateException(property.accessor());
  }

  private static boolean isNamed(TypeMirror type, String name) {
    return type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(name);
  }
}
