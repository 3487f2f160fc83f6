package io.triglot.processor.backend.rest;

import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.MapRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import java.util.stream.Stream;

/** Finds the user's types that a use of a type mentions itself, not those behind them. */
final class NamedTypes {
  private NamedTypes() {}

  /** The type that is named, as it is or as an element, a value or an optional. */
  static Stream<JavaName> in(TypeRef type) {
    if (type instanceof NamedRef named) {
      return Stream.of(named.name());
    }
    if (type instanceof ListRef list) {
      return in(list.element());
    }
    if (type instanceof MapRef map) {
      return Stream.concat(in(map.key()), in(map.value()));
    }
    return type instanceof OptionalRef optional ? in(optional.value()) : Stream.empty();
  }
}
