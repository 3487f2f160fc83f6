package io.triglot.processor.frontend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

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
   * mentions them.
   */
  List<Property> of(TypeElement type) {
    List<TypeElement> classes =
        new ArrayList<>(
            symbols.lineage(type).stream().filter(each -> each.getKind().isClass()).toList());
    Collections.reverse(classes);
    Set<String> names = new LinkedHashSet<>();
    Map<String, ExecutableElement> getters = new LinkedHashMap<>();
    Map<String, VariableElement> fields = new LinkedHashMap<>();
    List<ExecutableElement> setters = new ArrayList<>();
    for (TypeElement each : classes) {
      for (Element member : each.getEnclosedElements()) {
        if (member.getKind() == ElementKind.FIELD && !isStatic(member)) {
          names.add(member.getSimpleName().toString());
          fields.put(member.getSimpleName().toString(), (VariableElement) member);
        } else if (member instanceof ExecutableElement method) {
          getterName(method).ifPresent(name -> getters.put(name, method));
          getterName(method).ifPresent(names::add);
          setters.add(method);
        }
      }
    }
    List<Property> properties = new ArrayList<>();
    for (String name : names) {
      ExecutableElement getter = getters.get(name);
      if (getter != null) {
        properties.add(property(name, getter, setters, fields.get(name)));
      }
    }
    return properties;
  }

  private Property property(
      String name,
      ExecutableElement getter,
      List<ExecutableElement> methods,
      @Nullable VariableElement field) {
    String setterName = "set" + upper(name);
    Optional<ExecutableElement> setter =
        methods.stream()
            .filter(method -> method.getSimpleName().contentEquals(setterName))
            .filter(method -> isSetter(method, getter.getReturnType()))
            .findFirst();
    return new Property(name, getter, setter, Optional.ofNullable(field));
  }

  private boolean isSetter(ExecutableElement method, TypeMirror type) {
    return isPublicMember(method)
        && method.getParameters().size() == 1
        && symbols.types().isSameType(method.getParameters().get(0).asType(), type);
  }

  /** Whether the class has a constructor that code outside of it can call without arguments. */
  static boolean hasDefaultConstructor(TypeElement type) {
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .anyMatch(
            constructor ->
                constructor.getParameters().isEmpty()
                    && constructor.getModifiers().contains(Modifier.PUBLIC));
  }

  private static Optional<String> getterName(ExecutableElement method) {
    if (!isPublicMember(method)
        || !method.getParameters().isEmpty()
        || method.getReturnType().getKind() == TypeKind.VOID) {
      return Optional.empty();
    }
    String name = method.getSimpleName().toString();
    if (name.startsWith("get")) {
      return propertyName(name.substring(3));
    }
    return name.startsWith("is") && TypeText.of(method.getReturnType()).matches("boolean|Boolean")
        ? propertyName(name.substring(2))
        : Optional.empty();
  }

  private static Optional<String> propertyName(String suffix) {
    return suffix.isEmpty() || Character.isLowerCase(suffix.charAt(0))
        ? Optional.empty()
        : Optional.of(lower(suffix));
  }

  private static boolean isPublicMember(ExecutableElement method) {
    return method.getKind() == ElementKind.METHOD
        && method.getModifiers().contains(Modifier.PUBLIC)
        && !isStatic(method);
  }

  private static boolean isStatic(Element member) {
    return member.getModifiers().contains(Modifier.STATIC);
  }

  private static String upper(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static String lower(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
