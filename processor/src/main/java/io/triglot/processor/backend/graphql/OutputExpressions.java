package io.triglot.processor.backend.graphql;

import com.palantir.javapoet.CodeBlock;
import io.triglot.processor.javagen.ConversionCode;
import io.triglot.processor.javagen.OptionalCode;
import io.triglot.processor.model.Conversion.Step;
import io.triglot.processor.model.Conversion.Step.Identity;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.MapRef;
import io.triglot.processor.model.TypeRef.OptionalRef;

/** Java expressions that bring what the user's code returned into a form that GraphQL has. */
final class OutputExpressions {
  private OutputExpressions() {}

  /** Whether values of the type need no conversion. */
  static boolean isPlain(TypeRef type) {
    return !(type instanceof MapRef)
        && !(type instanceof OptionalRef)
        && (!(type instanceof ListRef list) || isPlain(list.element()))
        && (!(type instanceof ConvertedRef converted) || isPlain(converted));
  }

  private static boolean isPlain(ConvertedRef type) {
    return type.conversion().write() instanceof Identity && isPlain(type.carrier());
  }

  /**
   * Converts the value of an expression.
   *
   * @param variable a name for the parameter of a lambda that no variable in scope has
   */
  static CodeBlock convert(CodeBlock value, TypeRef type, String variable) {
    if (type instanceof OptionalRef optional) {
      return convert(OptionalCode.orNull(optional, value), optional.value(), variable);
    }
    if (type instanceof ConvertedRef converted) {
      Step step = converted.conversion().write();
      return convert(
          step instanceof Identity
              ? value
              : CodeBlock.of(
                  "$T.converted($L,$W$L)",
                  GraphQlTypes.OUTPUT_VALUES,
                  value,
                  ConversionCode.function(step)),
          converted.carrier(),
          variable);
    }
    if (type instanceof MapRef map) {
      return entries(value, map, variable);
    }
    return type instanceof ListRef list && !isPlain(list.element())
        ? converting("list", value, list.element(), variable)
        : value;
  }

  private static CodeBlock entries(CodeBlock value, MapRef map, String variable) {
    if (!isPlain(map.key())) {
      return CodeBlock.of(
          "$1T.entries($2L,$W$3L -> $4L,$W$3L -> $5L)",
          GraphQlTypes.OUTPUT_VALUES,
          value,
          variable,
          convert(CodeBlock.of("$L", variable), map.key(), variable + "_"),
          convert(CodeBlock.of("$L", variable), map.value(), variable + "_"));
    }
    return isPlain(map.value())
        ? CodeBlock.of("$T.entries($L)", GraphQlTypes.OUTPUT_VALUES, value)
        : converting("entries", value, map.value(), variable);
  }

  private static CodeBlock converting(
      String method, CodeBlock value, TypeRef element, String variable) {
    return CodeBlock.of(
        "$T.$L($L,$W$L -> $L)",
        GraphQlTypes.OUTPUT_VALUES,
        method,
        value,
        variable,
        convert(CodeBlock.of("$L", variable), element, variable + "_"));
  }
}
