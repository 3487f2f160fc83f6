package io.triglot.processor.backend.graphql;

import com.palantir.javapoet.CodeBlock;
import io.triglot.processor.javagen.ConversionCode;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.javagen.OptionalCode;
import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.MapRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.OptionalForm;
import io.triglot.processor.model.TypeRef.OptionalRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.util.Locale;

/** Java expressions that read what a client sent. */
final class InputExpressions {
  private InputExpressions() {}

  /**
   * Reads an argument or a field.
   *
   * @param from what holds the arguments or fields
   */
  static CodeBlock read(CodeBlock from, String name, TypeRef type) {
    if (type instanceof OptionalRef optional) {
      return OptionalCode.ofNullable(
          optional, CodeBlock.of("$L.optional($S,$W$L)", from, name, reader(optional.value())));
    }
    return CodeBlock.of(
        "$L.$L($S,$W$L)", from, type.nullable() ? "optional" : "required", name, reader(type));
  }

  /**
   * Reads a field that may be left out, which is something else than null.
   *
   * @param checked what holds the fields, once it is clear that the caller may send this one
   * @param from the same
   */
  static CodeBlock patch(CodeBlock checked, String from, String name, OptionalRef type) {
    return OptionalCode.given(
        CodeBlock.of("$L.has($S)", checked, name),
        CodeBlock.of(
            "$L.$L($S,$W$L)",
            from,
            type.form() == OptionalForm.PATCH ? "required" : "optional",
            name,
            reader(type.value())));
  }

  private static CodeBlock reader(TypeRef type) {
    if (type instanceof ScalarRef scalar && scalar.scalar().isText()) {
      return CodeBlock.of(
          "$T.text($T.$L)", GraphQlTypes.COERCED, JavaTypes.TEXT_SCALAR, scalar.scalar());
    }
    if (type instanceof ScalarRef scalar) {
      return CodeBlock.of("$T::$L", GraphQlTypes.COERCED, method(scalar.scalar()));
    }
    if (type instanceof NamedRef named) {
      return CodeBlock.of("$T::read", GraphQlTypes.generated(named.name()));
    }
    if (type instanceof ListRef list) {
      return CodeBlock.of(
          "$T.$L($L)",
          GraphQlTypes.COERCED,
          list.container().name().toLowerCase(Locale.ROOT) + "Of",
          reader(list.element()));
    }
    if (type instanceof MapRef map) {
      return CodeBlock.of(
          "$T.mapOf($L,$W$L)", GraphQlTypes.COERCED, reader(map.key()), reader(map.value()));
    }
    if (type instanceof ConvertedRef converted) {
      return reader(converted);
    }
    throw new IllegalArgumentException("not the type of an input: " + type);
  }

  private static CodeBlock reader(ConvertedRef type) {
    CodeBlock carrier = reader(type.carrier());
    CodeBlock conversion = ConversionCode.function(type.conversion().read());
    return type.conversion()
        .expectation()
        .map(
            expectation ->
                CodeBlock.of(
                    "$T.converted($L,$W$L,$W$S)",
                    GraphQlTypes.COERCED,
                    carrier,
                    conversion,
                    expectation))
        .orElseGet(
            () -> CodeBlock.of("$T.converted($L,$W$L)", GraphQlTypes.COERCED, carrier, conversion));
  }

  private static String method(Scalar scalar) {
    return switch (scalar) {
      case BOOLEAN -> "bool";
      case BYTE -> "int8";
      case SHORT -> "int16";
      case INT -> "int32";
      case LONG -> "int64";
      case FLOAT -> "float32";
      case DOUBLE -> "float64";
      case CHAR -> "character";
      case STRING -> "string";
      case BYTES -> "bytes";
      case UPLOAD -> "upload";
      case BIG_DECIMAL -> "decimal";
      case BIG_INTEGER -> "bigInteger";
      case JSON -> "json";
      case JSON_OBJECT -> "object";
      case UUID -> "uuid";
      case INSTANT -> "instant";
      case DURATION -> "duration";
      case LOCAL_DATE -> "localDate";
      default -> throw new IllegalArgumentException(scalar.name());
    };
  }
}
