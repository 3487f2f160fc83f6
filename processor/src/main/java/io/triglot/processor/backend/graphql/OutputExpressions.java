package io.triglot.processor.backend.graphql;

import com.palantir.javapoet.CodeBlock;
import io.triglot.processor.model.TypeRef;
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
        && (!(type instanceof ListRef list) || isPlain(list.element()));
  }

  /**
   * Converts the value of an expression.
   *
   * @param variable a name for the parameter of a lambda that no variable in scope has
   */
  static CodeBlock convert(CodeBlock value, TypeRef type, String variable) {
    if (type instanceof OptionalRef optional) {
      return convert(CodeBlock.of("$L.orElse(null)", value), optional.value(), variable);
    }
    if (type instanceof MapRef map) {
      return isPlain(map.value())
          ? CodeBlock.of("$T.entries($L)", GraphQlTypes.OUTPUT_VALUES, value)
          : converting("entries", value, map.value(), variable);
    }
    return type instanceof ListRef list && !isPlain(list.element())
        ? converting("list", value, list.element(), variable)
        : value;
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
