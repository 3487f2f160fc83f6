package io.triglot.processor.frontend;

import io.triglot.processor.frontend.ArgumentReader.Target;
import io.triglot.processor.model.Argument;
import io.triglot.processor.model.Argument.Member;
import io.triglot.processor.model.Argument.Member.Form;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Takes {@code @BeanParam} apart: its fields, setters and constructor, those inherited first. */
final class BeanArguments {
  private final Symbols symbols;
  private final Findings findings;
  private final Function<Target, Optional<Argument>> reader;

  /**
   * @param reader reads what one part of the bean is given
   */
  BeanArguments(Symbols symbols, Findings findings, Function<Target, Optional<Argument>> reader) {
    this.symbols = symbols;
    this.findings = findings;
    this.reader = reader;
  }

  /** The bean; empty if something was refused. */
  Optional<Argument> read(Target target) {
    Optional<TypeElement> type = ArgumentReader.typeOf(target);
    Optional<ExecutableElement> constructor = type.flatMap(BeanArguments::constructor);
    if (type.isEmpty() || constructor.isEmpty() || !TypeCatalog.isPublic(type.get())) {
      return findings.refuse(
          OperationRules.NOT_ADOPTED,
          target.origin(),
          "The @BeanParam " + TypeText.of(target.type()) + " cannot be made.",
          "Make it public, with a public constructor that takes nothing or annotated parameters.");
    }
    List<Optional<Argument>> made =
        constructor.get().getParameters().stream()
            .map(each -> reader.apply(part(target, each, each.getSimpleName().toString())))
            .toList();
    List<Optional<Member>> members = members(type.get(), target);
    if (made.stream().anyMatch(Optional::isEmpty) || members.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    return Optional.of(
        new Argument.Bean(
            Symbols.javaName(type.get()),
            made.stream().flatMap(Optional::stream).toList(),
            members.stream().flatMap(Optional::stream).toList()));
  }

  /** The one with the most parameters, all of them annotated. */
  private static Optional<ExecutableElement> constructor(TypeElement type) {
    if (type.getModifiers().contains(Modifier.ABSTRACT)) {
      return Optional.empty();
    }
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .filter(each -> each.getModifiers().contains(Modifier.PUBLIC))
        .filter(each -> each.getParameters().stream().allMatch(BeanArguments::isAnnotated))
        .reduce(
            (one, other) ->
                other.getParameters().size() > one.getParameters().size() ? other : one);
  }

  private static boolean isAnnotated(Element element) {
    return ParameterSource.of(element, element.getSimpleName().toString()).isPresent()
        || JaxRs.find(element, "BeanParam").isPresent()
        || JaxRs.find(element, "core.Context").isPresent();
  }

  private List<Optional<Member>> members(TypeElement type, Target target) {
    List<Optional<Member>> members = new ArrayList<>();
    if (type.getKind() == ElementKind.RECORD) {
      return members;
    }
    List<TypeElement> classes = new ArrayList<>(symbols.lineage(type));
    Collections.reverse(classes);
    for (TypeElement each : classes) {
      for (Element member : each.getEnclosedElements()) {
        if (isAnnotated(member) && !member.getModifiers().contains(Modifier.STATIC)) {
          if (member instanceof VariableElement field) {
            members.add(field(type, field, target));
          } else if (member instanceof ExecutableElement setter
              && setter.getKind() == ElementKind.METHOD
              && setter.getParameters().size() == 1) {
            members.add(setter(each, setter, target));
          }
        }
      }
    }
    return members;
  }

  private Optional<Member> field(TypeElement bean, VariableElement field, Target target) {
    String name = field.getSimpleName().toString();
    TypeElement declaring = (TypeElement) Symbols.enclosing(field);
    String setter = "set" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    boolean settable =
        ElementFilter.methodsIn(symbols.instanceMembers(bean)).stream()
            .anyMatch(
                method ->
                    method.getSimpleName().contentEquals(setter)
                        && method.getParameters().size() == 1
                        && Symbols.isSame(method.getParameters().get(0).asType(), field.asType()));
    boolean isPublic =
        field.getModifiers().contains(Modifier.PUBLIC)
            && !field.getModifiers().contains(Modifier.FINAL);
    if (!isPublic && !settable && !TypeCatalog.isPublic(declaring)) {
      return findings.refuse(
          OperationRules.NOT_ADOPTED,
          target.origin(),
          "Nothing but JAX-RS can set " + Symbols.shownName(declaring) + "." + name + ".",
          "Give it a public setter.");
    }
    return reader
        .apply(part(target, field, name))
        .map(
            argument ->
                isPublic
                    ? new Member(Symbols.javaName(declaring), name, Form.FIELD, argument)
                    : settable
                        ? new Member(Symbols.javaName(declaring), setter, Form.SETTER, argument)
                        : new Member(
                            Symbols.javaName(declaring), name, Form.HIDDEN_FIELD, argument));
  }

  private Optional<Member> setter(TypeElement declaring, ExecutableElement setter, Target target) {
    String name = setter.getSimpleName().toString();
    String property = property(name);
    JavaName owner = Symbols.javaName(declaring);
    return reader
        .apply(
            new Target(
                property,
                setter.getParameters().get(0).asType(),
                setter,
                origin(target, setter, property)))
        .map(argument -> new Member(owner, name, Form.SETTER, argument));
  }

  /** The property that a method sets, or the name of what is no setter. */
  static String property(String name) {
    return name.startsWith("set") && name.length() > 3
        ? name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4)
        : name;
  }

  private Target part(Target target, VariableElement element, String name) {
    return new Target(name, element.asType(), element, origin(target, element, name));
  }

  private Origin origin(Target target, Element element, String name) {
    return symbols.origin(element, target.origin() + "." + name, target.origin());
  }
}
