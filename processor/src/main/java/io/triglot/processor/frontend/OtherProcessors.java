package io.triglot.processor.frontend;

import io.triglot.processor.model.JavaName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/**
 * Knows what other processors make of a class without the class mentioning it: Lombok writes
 * members into it, Immutables writes its implementation.
 */
final class OtherProcessors {
  private final Symbols symbols;

  OtherProcessors(Symbols symbols) {
    this.symbols = symbols;
  }

  /** Whether the class is still to be completed, and a later round may find it so. */
  boolean isUnfinished(TypeElement type) {
    return lombokMayWrite(type) && symbols.isNew(type)
        || isImmutable(type) && implementation(type).isEmpty();
  }

  /** The class that Immutables has made of an abstract type. */
  Optional<TypeElement> implementation(TypeElement type) {
    JavaName name = Symbols.javaName(type);
    return isImmutable(type)
        ? symbols.find(JavaName.of(name.packageName(), "Immutable" + name.simpleName()))
        : Optional.empty();
  }

  private static boolean isImmutable(TypeElement type) {
    return isAnnotated(type, "org.immutables.value.Value.Immutable");
  }

  /** Whether Lombok's annotations are on the class, its superclasses or their members. */
  private boolean lombokMayWrite(TypeElement type) {
    return symbols.lineage(type).stream()
        .flatMap(
            each ->
                Stream.concat(
                    Stream.of(each),
                    each.getEnclosedElements().stream()
                        .filter(member -> member.getKind() == ElementKind.FIELD)))
        .flatMap(element -> names(element).stream())
        .anyMatch(name -> name.startsWith("lombok."));
  }

  private static boolean isAnnotated(TypeElement type, String annotation) {
    return names(type).contains(annotation);
  }

  private static List<String> names(Element element) {
    List<? extends AnnotationMirror> annotations = element.getAnnotationMirrors();
    return annotations.stream().map(Annotated::qualifiedName).toList();
  }
}
