package io.triglot.processor.frontend;

import io.triglot.processor.model.ErrorType;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Origin;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The declared errors that one round meets, each read once. */
final class ErrorCatalog {
  private final Symbols symbols;
  private final ErrorReader reader;
  private final Collection<TypeElement> annotated;
  private final SortedMap<JavaName, ErrorType> errors = new TreeMap<>();

  /**
   * @param annotated the exceptions with {@code @ApiError} in the sources of this round
   */
  ErrorCatalog(Symbols symbols, ErrorReader reader, Collection<TypeElement> annotated) {
    this.symbols = symbols;
    this.reader = reader;
    this.annotated = List.copyOf(annotated);
  }

  /** The errors in the {@code throws} clause and in the {@code @throws} tags, sorted. */
  List<JavaName> declaredBy(OperationMethod method, DocComment comment) {
    return Stream.concat(
            method.type().getThrownTypes().stream().flatMap(ErrorCatalog::element),
            comment.exceptions().keySet().stream().flatMap(name -> resolve(name, method).stream()))
        .filter(type -> Annotated.find(type, Triglot.ERROR).isPresent())
        .flatMap(type -> read(type, method.origin()).stream())
        .map(ErrorType::javaName)
        .distinct()
        .sorted()
        .toList();
  }

  /** Reads an exception with {@code @ApiError}; empty if it was refused. */
  Optional<ErrorType> read(TypeElement type, Origin fallback) {
    JavaName name = Symbols.javaName(type);
    if (!errors.containsKey(name)) {
      reader.read(type, fallback).ifPresent(error -> errors.put(name, error));
    }
    return Optional.ofNullable(errors.get(name));
  }

  SortedMap<JavaName, ErrorType> errors() {
    return Collections.unmodifiableSortedMap(errors);
  }

  private static Stream<TypeElement> element(TypeMirror type) {
    return Symbols.resolved(type) instanceof DeclaredType declared
        ? Stream.of((TypeElement) declared.asElement())
        : Stream.empty();
  }

  /**
   * The exception that a tag names. Imports are not to be seen here, so that a simple name is
   * looked up in the class and in the package of the method, and then among this round's errors.
   */
  private Optional<TypeElement> resolve(String name, OperationMethod method) {
    TypeElement type = Symbols.owner(method.declaration());
    String packageName = Symbols.javaName(type).packageName();
    return Stream.of(name, type.getQualifiedName() + "." + name, packageName + "." + name)
        .flatMap(each -> Optional.ofNullable(symbols.elements().getTypeElement(each)).stream())
        .findFirst()
        .or(
            () ->
                annotated.stream()
                    .filter(each -> each.getSimpleName().contentEquals(name))
                    .findFirst());
  }
}
