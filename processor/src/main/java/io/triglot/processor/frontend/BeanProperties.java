package io.triglot.processor.frontend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Finds the properties of a class with getters and setters. */
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
   * The properties, those of superclasses first, each class's in the order in which it first
   * mentions them, be it by a field or by a getter.
   */
  List<Property> of(TypeElement type) {
    List<Element> members = members(type);
    return members.stream()
        .flatMap(member -> propertyName(member).stream())
        .distinct()
        .flatMap(name -> property(type, members, name).stream())
        .toList();
  }

  /** The setters whose property cannot be read. */
  List<ExecutableElement> unreadable(TypeElement type) {
    List<String> setters = of(type).stream().map(each -> setterName(each.name())).toList();
    return ElementFilter.methodsIn(members(type)).stream()
        .filter(method -> method.getParameters().size() == 1)
        .filter(method -> method.getSimpleName().toString().matches("set\\p{Lu}.*"))
        .filter(method -> !setters.contains(method.getSimpleName().toString()))
        .toList();
  }

  /** Whether the class has a constructor that code outside of it can call without arguments. */
  static boolean hasDefaultConstructor(TypeElement type) {
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .anyMatch(
            constructor ->
                constructor.getParameters().isEmpty()
                    && constructor.getModifiers().contains(Modifier.PUBLIC));
  }

  /** The fields and the public methods of all instances, superclasses first. */
  private List<Element> members(TypeElement type) {
    List<TypeElement> classes =
        new ArrayList<>(
            symbols.lineage(type).stream().filter(each -> each.getKind().isClass()).toList());
    Collections.reverse(classes);
    return classes.stream()
        .<Element>flatMap(each -> each.getEnclosedElements().stream())
        .filter(member -> !member.getModifiers().contains(Modifier.STATIC))
        .filter(
            member ->
                member.getKind() == ElementKind.FIELD
                    || member.getKind() == ElementKind.METHOD
                        && member.getModifiers().contains(Modifier.PUBLIC))
        .toList();
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
                symbols
                    .types()
                    .isSameType(
                        symbols.typeIn(type, method).getParameterTypes().get(0),
                        symbols.typeIn(type, getter).getReturnType()))
        .findFirst();
  }

  private static String setterName(String property) {
    return "set" + property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
  }
}
