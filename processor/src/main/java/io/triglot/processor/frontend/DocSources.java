package io.triglot.processor.frontend;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** What doc comments take from other declarations. */
final class DocSources {
  private final Symbols symbols;

  DocSources(Symbols symbols) {
    this.symbols = symbols;
  }

  /** The methods that a method overrides or implements, nearest first. */
  List<ExecutableElement> overridden(ExecutableElement method) {
    TypeElement owner = Symbols.owner(method);
    return symbols.lineage(owner).stream()
        .filter(type -> !type.equals(owner))
        .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream())
        .filter(other -> other.getSimpleName().equals(method.getSimpleName()))
        .filter(other -> symbols.elements().overrides(method, other, owner))
        .toList();
  }

  /**
   * The value of a constant that a comment refers to, such as {@code #MAX} or {@code Limits#MAX};
   * empty where there is none, or where an import would have to tell which one is meant.
   *
   * @param commented what has the comment, which an empty reference means
   */
  Optional<String> constant(Element commented, String reference) {
    Optional<VariableElement> field =
        reference.isEmpty()
            ? Optional.of(commented)
                .filter(VariableElement.class::isInstance)
                .map(VariableElement.class::cast)
            : field(commented, reference);
    return field
        .flatMap(found -> Optional.ofNullable(found.getConstantValue()))
        .map(Objects::toString);
  }

  private Optional<VariableElement> field(Element commented, String reference) {
    String[] parts = reference.split("#", 2);
    String name = parts[parts.length - 1];
    return owners(commented, parts.length > 1 ? parts[0] : "")
        .flatMap(owner -> symbols.lineage(owner).stream())
        .flatMap(owner -> ElementFilter.fieldsIn(owner.getEnclosedElements()).stream())
        .filter(field -> field.getSimpleName().contentEquals(name))
        .findFirst();
  }

  /** The types that a name may mean: those around the comment, then those of its package. */
  private Stream<TypeElement> owners(Element commented, String name) {
    List<TypeElement> around =
        Stream.iterate(commented, Objects::nonNull, Element::getEnclosingElement)
            .filter(TypeElement.class::isInstance)
            .map(TypeElement.class::cast)
            .toList();
    if (name.isEmpty()) {
      return around.stream();
    }
    PackageElement own = symbols.elements().getPackageOf(commented);
    Stream<TypeElement> nested =
        around.stream()
            .flatMap(
                type ->
                    Stream.concat(
                        Stream.of(type),
                        ElementFilter.typesIn(type.getEnclosedElements()).stream()))
            .filter(type -> type.getSimpleName().contentEquals(name));
    Stream<TypeElement> named =
        Stream.of(own.getQualifiedName() + "." + name, name, "java.lang." + name)
            .flatMap(each -> Optional.ofNullable(symbols.elements().getTypeElement(each)).stream());
    return Stream.concat(nested, named);
  }
}
