package io.triglot.processor.frontend;

import io.triglot.processor.frontend.BeanProperties.Property;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * Finds the properties of a class that one constructor takes all of: by the names and types of its
 * parameters, each read by a getter or by a method that is called like it.
 */
final class ConstructorProperties {
  private final Symbols symbols;

  ConstructorProperties(Symbols symbols) {
    this.symbols = symbols;
  }

  /**
   * The properties in the order of the parameters.
   *
   * @param read those that have getters; a constructor that leaves one out is none of these
   * @return empty where no public constructor fits, or several do
   */
  Optional<List<Property>> of(TypeElement type, List<Property> read) {
    List<List<Property>> fitting =
        constructors(type)
            .map(constructor -> properties(type, constructor, read))
            .flatMap(Optional::stream)
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  /** The public ones; where Jackson is told one, that one. */
  private static Stream<ExecutableElement> constructors(TypeElement type) {
    List<ExecutableElement> all =
        ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .filter(constructor -> constructor.getModifiers().contains(Modifier.PUBLIC))
            .filter(constructor -> !constructor.getParameters().isEmpty())
            .toList();
    List<ExecutableElement> told =
        all.stream().filter(ConstructorProperties::isJsonCreator).toList();
    return (told.isEmpty() ? all : told).stream();
  }

  private static boolean isJsonCreator(Element constructor) {
    return constructor.getAnnotationMirrors().stream()
        .anyMatch(mirror -> Annotated.simpleName(mirror).equals("JsonCreator"));
  }

  private Optional<List<Property>> properties(
      TypeElement type, ExecutableElement constructor, List<Property> read) {
    List<Property> taken =
        constructor.getParameters().stream()
            .flatMap(parameter -> property(type, parameter, read).stream())
            .toList();
    boolean all = taken.size() == constructor.getParameters().size() && taken.containsAll(read);
    return all ? Optional.of(taken) : Optional.empty();
  }

  private Optional<Property> property(
      TypeElement type, VariableElement parameter, List<Property> read) {
    String name = parameter.getSimpleName().toString();
    return read.stream()
        .filter(property -> property.name().equals(name))
        .findFirst()
        .or(() -> fluent(type, name))
        .filter(
            property ->
                Symbols.isSame(
                    symbols.typeIn(type, property.getter()).getReturnType(), parameter.asType()));
  }

  /** The property that a method of its own name reads. */
  private Optional<Property> fluent(TypeElement type, String name) {
    List<Element> members = symbols.instanceMembers(type);
    return ElementFilter.methodsIn(members).stream()
        .filter(method -> method.getSimpleName().contentEquals(name))
        .filter(method -> method.getParameters().isEmpty())
        .reduce((overridden, overriding) -> overriding)
        .map(
            method ->
                new Property(
                    name,
                    method,
                    Optional.empty(),
                    ElementFilter.fieldsIn(members).stream()
                        .filter(field -> field.getSimpleName().contentEquals(name))
                        .reduce((hidden, hiding) -> hiding)));
  }
}
