package io.triglot.processor.javagen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Conversion;
import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.ScalarRef;

/**
 * Java expressions of the runtime's {@code TextForm}s: how values are written in paths, queries,
 * forms, headers, cookies, and as the keys of maps in JSON.
 */
public final class TextFormCode {
  /** The constant that has the form of an enum, in what {@link #holder} names. */
  public static final String CONSTANT = "FORM";

  private static final ClassName FORM = ClassName.get("io.triglot.runtime.rest.json", "TextForm");

  private TextFormCode() {}

  /** The form of a scalar or an enum. */
  public static CodeBlock of(ApiModel model, TypeRef type) {
    if (type instanceof ConvertedRef converted) {
      Conversion conversion = converted.conversion();
      return CodeBlock.of(
          "$L.converted($L,$W$L,$W$S)",
          of(model, converted.carrier()),
          ConversionCode.function(conversion.write()),
          ConversionCode.function(conversion.read()),
          conversion.expectation().orElse(""));
    }
    if (type instanceof NamedRef named) {
      return isPlain(model, named)
          ? CodeBlock.of("$T.enumeration($T.class)", FORM, JavaTypes.className(named.name()))
          : CodeBlock.of("$T.$L", JavaTypes.className(holder(named.name())), CONSTANT);
    }
    Scalar scalar = ((ScalarRef) type).scalar();
    return scalar.isText()
        ? CodeBlock.of("$T.of($T.$L)", FORM, JavaTypes.TEXT_SCALAR, scalar)
        : CodeBlock.of("$T.$L", FORM, constant(scalar));
  }

  /** Whether it is an enum that JSON has by its Java names. */
  public static boolean isPlain(ApiModel model, NamedRef type) {
    return model.definition(type) instanceof EnumType constants && constants.isPlain();
  }

  /** What a type is in JSON is in this class. */
  public static JavaName holder(JavaName type) {
    return type.generated("Json");
  }

  private static String constant(Scalar scalar) {
    return switch (scalar) {
      case BOOLEAN -> "BOOL";
      case BYTE -> "INT8";
      case SHORT -> "INT16";
      case INT -> "INT32";
      case LONG -> "INT64";
      case FLOAT -> "FLOAT32";
      case DOUBLE -> "FLOAT64";
      case CHAR -> "CHARACTER";
      case BIG_DECIMAL -> "DECIMAL";
      case BIG_INTEGER -> "INTEGER";
      case LOCAL_DATE -> "DATE";
      default -> scalar.name();
    };
  }
}
