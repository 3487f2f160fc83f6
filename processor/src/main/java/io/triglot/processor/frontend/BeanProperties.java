package io.triglot.processor.frontend;

import io.triglot.processor.model.ObjectType.Construction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Finds out how a class is made, and what its properties are. */
final class BeanProperties {
  private final Symbols symbols;

  BeanProperties(Symbols symbols) {
    this.symbols = symbols;
  }

  /**
   * A property that can be read.
   *
   * @param field the field of the same name, if the class has one
   */
  record Property(
      String name,
      ExecutableElement getter,
      Optional<ExecutableElement> setter,
      Optional<VariableElement> field) {}

  /**
   * How a class is made, and what can be read of it.
   *
   * @param properties in the order of the constructor's parameters where that takes them all
   */
  record Form(Construction construction, List<Property> properties) {}

  /** The form that a class has. */
  Form of(TypeElement type) {
    List<Property> read = readable(type);
    boolean settable = read.stream().anyMatch(property -> property.setter().isPresent());
    if (settable && hasDefaultConstructor(type)) {
      return new Form(Construction.BEAN, read);
    }
    return new ConstructorProperties(symbols)
        .of(type, read)
        .map(taken -> new Form(Construction.RECORD, taken))
        .orElseGet(() -> new Form(Construction.NONE, read));
  }

  /**
   * The properties, those of superclasses first, each class's in the order in which it first
   * mentions them, be it by a field or by a getter.
   */
  private List<Property> readable(TypeElement type) {
    List<Element> members = symbols.instanceMembers(type);
    return members.stream()
        .flatMap(member -> propertyName(member).stream())
        .distinct()
        .flatMap(name -> property(type, members, name).stream())
        .toList();
  }

  /** The setters whose property cannot be read. */
  List<ExecutableElement> unreadable(TypeElement type) {
    List<String> setters = readable(type).stream().map(each -> setterName(each.name())).toList();
    return ElementFilter.methodsIn(symbols.instanceMembers(type)).stream()
        .filter(method -> method.getParameters().size() == 1)
        .filter(method -> method.getSimpleName().toString().matches("set\\p{Lu}.*"))
        .filter(method -> !setters.contains(method.getSimpleName().toString()))
        .toList();
  }

  /** Whether the class has a constructor that code outside of it can call without arguments. */
  private static boolean hasDefaultConstructor(TypeElement type) {
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .anyMatch(
            constructor ->
                constructor.getParameters().isEmpty()
                    && constructor.getModifiers().contains(Modifier.PUBLIC));
  }

  /** The property that a field may belong to, or that a getter reads. */
  private static Optional<String> propertyName(Element member) {
    return member instanceof ExecutableElement method
        ? propertyName(method)
        : Optional.of(member.getSimpleName().toString());
  }

  private static Optional<String> propertyName(ExecutableElement method) {
    if (!method.getParameters().isEmpty() || method.getReturnType().getKind() == TypeKind.VOID) {
      return Optional.empty();
    }
    String name = method.getSimpleName().toString();
    boolean is =
        name.startsWith("is") && TypeText.of(method.getReturnType()).matches("boolean|Boolean");
    return Stream.of(name)
        .filter(each -> each.startsWith("get") || is)
        .map(each -> each.substring(is ? 2 : 3))
        .filter(each -> !each.isEmpty() && !Character.isLowerCase(each.charAt(0)))
        .map(each -> each.substring(0, 1).toLowerCase(Locale.ROOT) + each.substring(1))
        .findFirst();
  }

  /** The property, if it has a getter; of overridden ones the last counts. */
  private Optional<Property> property(TypeElement type, List<Element> members, String name) {
    Optional<ExecutableElement> getter =
        ElementFilter.methodsIn(members).stream()
            .filter(method -> propertyName(method).filter(name::equals).isPresent())
            .reduce((overridden, overriding) -> overriding);
    Optional<VariableElement> field =
        ElementFilter.fieldsIn(members).stream()
            .filter(each -> each.getSimpleName().contentEquals(name))
            .reduce((hidden, hiding) -> hiding);
    return getter.map(
        found -> new Property(name, found, setter(type, members, name, found), field));
  }

  private Optional<ExecutableElement> setter(
      TypeElement type, List<Element> members, String name, ExecutableElement getter) {
    return ElementFilter.methodsIn(members).stream()
        .filter(method -> method.getSimpleName().contentEquals(setterName(name)))
        .filter(method -> method.getParameters().size() == 1)
        .filter(
            method ->
                Symbols.isSame(
                    symbols.typeIn(type, method).getParameterTypes().get(0),
                    symbols.typeIn(type, getter).getReturnType()))
        .findFirst();
  }

  private static String setterName(String property) {
    return "set" + property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
  }
}
