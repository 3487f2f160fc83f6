package io.triglot.processor.frontend;

import io.triglot.processor.model.Mutator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Finds the constructor or static factory method that takes a class's properties: by the names that
 * Jackson gives its parameters, by their own names, and by their types.
 */
final class CreatorFinder {
  private final Symbols symbols;
  private final TypeElement type;
  private final PropertyFinder finder;
  private final List<Property> read;

  CreatorFinder(Symbols symbols, TypeElement type, PropertyFinder finder, List<Property> read) {
    this.symbols = symbols;
    this.type = type;
    this.finder = finder;
    this.read = read;
  }

  /** The form by the one that has {@code @JsonCreator}. */
  Optional<ClassForm> told() {
    return widest(callables().filter(Jackson::isCreator));
  }

  /** The form by the public constructor that takes the most properties, and nothing else. */
  Optional<ClassForm> constructor() {
    return type.getModifiers().contains(Modifier.ABSTRACT)
        ? Optional.empty()
        : widest(callables().filter(each -> each.getKind() == ElementKind.CONSTRUCTOR));
  }

  /** The form by a static method of an abstract class, or of one that hides its constructors. */
  Optional<ClassForm> factory() {
    return widest(callables().filter(each -> each.getKind() == ElementKind.METHOD));
  }

  /** Empty where none fits, or several take equally many. */
  private Optional<ClassForm> widest(Stream<ExecutableElement> callables) {
    List<ClassForm> fitting =
        callables
            .filter(callable -> !callable.getParameters().isEmpty())
            .sorted(
                Comparator.comparing(
                    (ExecutableElement callable) -> -callable.getParameters().size()))
            .flatMap(callable -> form(callable).stream())
            .toList();
    boolean clear =
        fitting.size() == 1
            || fitting.size() > 1 && arguments(fitting.get(0)) > arguments(fitting.get(1));
    return clear ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  private static int arguments(ClassForm form) {
    return form.creation().orElseThrow().arguments().size();
  }

  private Stream<ExecutableElement> callables() {
    return type.getEnclosedElements().stream()
        .filter(ExecutableElement.class::isInstance)
        .map(ExecutableElement.class::cast)
        .filter(each -> each.getModifiers().contains(Modifier.PUBLIC))
        .filter(each -> each.getKind() == ElementKind.CONSTRUCTOR || isFactory(each));
  }

  private boolean isFactory(ExecutableElement method) {
    return method.getKind() == ElementKind.METHOD
        && method.getModifiers().contains(Modifier.STATIC)
        && Symbols.isOf(method.getReturnType(), type);
  }

  private Optional<ClassForm> form(ExecutableElement callable) {
    List<Property> taken = new ArrayList<>();
    for (VariableElement parameter : callable.getParameters()) {
      property(parameter)
          .map(each -> each.setBy(Mutator.argument(each.name()), parameter))
          .ifPresent(taken::add);
    }
    long distinct = taken.stream().map(Property::name).distinct().count();
    return distinct == callable.getParameters().size()
        ? Optional.of(ClassForm.called(callable, type, taken, finder, read))
        : Optional.empty();
  }

  private Optional<Property> property(VariableElement parameter) {
    String own = parameter.getSimpleName().toString();
    Optional<String> told = Jackson.name(List.of(parameter));
    return told.flatMap(this::byName)
        .or(() -> byName(own))
        .filter(property -> Symbols.isSame(property.type(), parameter.asType()));
  }

  /** The property of this name in JSON or in Java. */
  private Optional<Property> byName(String name) {
    return read.stream()
        .filter(property -> Jackson.name(property.declarations()).filter(name::equals).isPresent())
        .findFirst()
        .or(() -> read.stream().filter(property -> property.name().equals(name)).findFirst())
        .or(() -> finder.named(name));
  }
}
