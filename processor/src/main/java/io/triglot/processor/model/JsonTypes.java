package io.triglot.processor.model;

import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.FormattedRef;
import io.triglot.processor.model.TypeRef.JavaType;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.MapRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.util.Optional;
import java.util.function.Function;

/** Gives scalars a form of their own wherever they stand in a type: as elements, as values. */
public final class JsonTypes {
  private JsonTypes() {}

  /**
   * The type with the forms; the same where none of its scalars has one. Keys of maps keep theirs.
   *
   * @param format the form of a scalar, if it has one
   */
  public static TypeRef formatted(TypeRef type, Function<ScalarRef, Optional<JsonFormat>> format) {
    if (type instanceof ScalarRef scalar) {
      return format.apply(scalar).<TypeRef>map(it -> new FormattedRef(scalar, it)).orElse(type);
    }
    if (type instanceof ListRef list) {
      return new ListRef(list.container(), formatted(list.element(), format), list.nullable());
    }
    if (type instanceof MapRef map) {
      return new MapRef(map.key(), formatted(map.value(), format), map.nullable());
    }
    if (type instanceof OptionalRef optional) {
      return new OptionalRef(formatted(optional.value(), format), optional.form());
    }
    return type instanceof ConvertedRef converted && isOfTheJdk(converted.java())
        ? new ConvertedRef(
            converted.java(), formatted(converted.carrier(), format), converted.conversion())
        : type;
  }

  /** Users' own types have the form that their own conversions give them. */
  private static boolean isOfTheJdk(JavaType type) {
    return !(type instanceof JavaType.Declared declared)
        || declared.name().canonical().startsWith("java.");
  }
}
