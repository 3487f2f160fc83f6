package io.triglot.processor.frontend;

import io.triglot.processor.model.Accessor;
import io.triglot.processor.model.Mutator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/**
 * A property of a record or class.
 *
 * @param reader the method or the public field that reads it
 * @param declarations what declares it and may be annotated, the one to point at first
 * @param type its type, as the class has it
 * @param mutator what sets it
 * @param setter what declares the mutator, where that is something else again
 */
record Property(
    String name,
    Element reader,
    List<Element> declarations,
    TypeMirror type,
    Optional<Mutator> mutator,
    Optional<Element> setter) {

  /** Takes a copy of the list. */
  Property {
    declarations = List.copyOf(declarations);
  }

  /** A property that is not set. */
  static Property readOnly(
      String name, Element reader, List<Element> declarations, TypeMirror type) {
    return new Property(name, reader, declarations, type, Optional.empty(), Optional.empty());
  }

  /** The name that it has in JSON where nothing gives it another. */
  String implicitName() {
    return reader instanceof ExecutableElement method
        ? PropertyFinder.plainGetterName(method).filter(name::equalsIgnoreCase).orElse(name)
        : name;
  }

  /** The same property, set by this. */
  Property setBy(Mutator by, Element declaration) {
    return new Property(
        name, reader, declarations, type, Optional.of(by), Optional.of(declaration));
  }

  /** The same property, which clients only receive. */
  Property readOnly() {
    return readOnly(name, reader, declarations, type);
  }

  Accessor accessor() {
    String member = reader.getSimpleName().toString();
    return reader instanceof ExecutableElement ? Accessor.method(member) : Accessor.field(member);
  }

  /** Whether Jackson is told to write the property but not to read it. */
  boolean isReceivedOnly() {
    return setter.filter(Jackson::isIgnored).isPresent()
        || Jackson.hasAccess(allDeclarations(), "READ_ONLY");
  }

  /** Whether Jackson is told to read the property but not to write it. */
  boolean isWriteOnly() {
    return Jackson.isIgnored(reader) || Jackson.hasAccess(allDeclarations(), "WRITE_ONLY");
  }

  /** All that may be annotated. */
  List<Element> allDeclarations() {
    return Stream.concat(declarations.stream(), setter.stream()).distinct().toList();
  }
}
