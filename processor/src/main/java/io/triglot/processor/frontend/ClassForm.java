package io.triglot.processor.frontend;

import io.triglot.processor.model.Creation;
import io.triglot.processor.model.Creation.Argument;
import io.triglot.processor.model.Mutator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * How a class that is no record is made, and what can be read of it.
 *
 * @param properties in the order of the parameters of what makes it, then those that it does not
 *     take
 */
record ClassForm(Optional<Creation> creation, List<Property> properties) {

  /** The form of a class, by the first way that it offers. */
  static ClassForm of(Symbols symbols, TypeElement type) {
    PropertyFinder finder = new PropertyFinder(symbols, type);
    List<Property> read = finder.find();
    CreatorFinder creators = new CreatorFinder(symbols, type, finder, read);
    BuilderFinder builders = new BuilderFinder(symbols, type, finder, read);
    return creators
        .told()
        .or(builders::told)
        .or(() -> bean(type, finder, read))
        .or(creators::constructor)
        .or(() -> new OtherProcessors(symbols).implementation(type).flatMap(builders::of))
        .or(builders::conventional)
        .or(creators::factory)
        .orElseGet(() -> new ClassForm(Optional.empty(), read));
  }

  /** A class that a call makes, and that setters may complete. */
  static ClassForm called(
      ExecutableElement callee,
      TypeElement type,
      List<Property> taken,
      PropertyFinder finder,
      List<Property> read) {
    List<Property> properties = new ArrayList<>(taken);
    List<String> names = taken.stream().map(Property::name).toList();
    read.stream()
        .filter(property -> !names.contains(property.name()))
        .map(property -> settable(property, finder))
        .forEach(properties::add);
    boolean constructor = callee.getKind() == ElementKind.CONSTRUCTOR;
    return new ClassForm(
        Optional.of(
            new Creation(
                Symbols.javaName(Symbols.owner(callee)),
                constructor ? Optional.empty() : Optional.of(callee.getSimpleName().toString()),
                names.stream().<Argument>map(Argument.Property::new).toList(),
                Optional.empty())),
        properties);
  }

  /** A class with a constructor without parameters, whose properties are set one by one. */
  private static Optional<ClassForm> bean(
      TypeElement type, PropertyFinder finder, List<Property> read) {
    List<Property> properties = read.stream().map(each -> settable(each, finder)).toList();
    boolean set = properties.stream().anyMatch(property -> property.mutator().isPresent());
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .filter(constructor -> constructor.getParameters().isEmpty())
        .filter(constructor -> constructor.getModifiers().contains(Modifier.PUBLIC))
        .filter(constructor -> set && !type.getModifiers().contains(Modifier.ABSTRACT))
        .map(constructor -> called(constructor, type, List.of(), finder, read))
        .findFirst();
  }

  private static Property settable(Property property, PropertyFinder finder) {
    Optional<ExecutableElement> setter = finder.setter(property);
    if (setter.isPresent()) {
      return property.setBy(Mutator.method(setter.get().getSimpleName().toString()), setter.get());
    }
    return property.reader() instanceof VariableElement field
            && !field.getModifiers().contains(Modifier.FINAL)
        ? property.setBy(Mutator.field(property.name()), field)
        : property;
  }
}
