package io.triglot.processor.javagen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.Source;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.util.Objects;
import java.util.function.Function;

/** Java code for the parameters whose values are in the headers of a request. */
public final class MetadataCode {
  private static final String JSON = "io.triglot.runtime.rest.json";
  private static final ClassName METADATA = ClassName.get(JSON, "RequestMetadata");
  private static final ClassName FORM = ClassName.get(JSON, "TextForm");

  private MetadataCode() {}

  /** The name of the header or cookie. */
  public static String name(Parameter parameter) {
    return parameter.source().orElseThrow() instanceof Source.Header header
        ? header.name()
        : ((Source.Cookie) parameter.source().orElseThrow()).name();
  }

  /** Whether it is a header of its own. */
  public static boolean isHeader(Parameter parameter) {
    return parameter.source().orElseThrow() instanceof Source.Header;
  }

  /**
   * The statements that read the headers of a call into variables.
   *
   * @param call the variable of the call
   * @param variable gives the variable of a parameter
   */
  public static CodeBlock statements(
      Operation operation, String call, Function<Parameter, String> variable) {
    CodeBlock.Builder statements = CodeBlock.builder();
    operation
        .metadata()
        .forEach(
            parameter ->
                statements.addStatement(
                    "$T $N = $L",
                    JavaTypes.of(parameter.type()),
                    variable.apply(parameter),
                    value(parameter, call)));
    return statements.build();
  }

  private static CodeBlock value(Parameter parameter, String call) {
    TypeRef type = parameter.type();
    boolean absent = type.nullable() || parameter.otherwise().isPresent();
    CodeBlock sent =
        CodeBlock.of(
            "$T.$L($L.context(),$W$S,$W$L)",
            METADATA,
            (isHeader(parameter) ? "header" : "cookie") + (absent ? "OrNull" : ""),
            call,
            name(parameter),
            form(type.present()));
    CodeBlock read =
        parameter
            .otherwise()
            .map(text -> DefaultCode.of(type.present(), text))
            .map(
                value -> CodeBlock.of("$T.requireNonNullElse($L,$W$L)", Objects.class, sent, value))
            .orElse(sent);
    return type instanceof OptionalRef optional ? OptionalCode.ofNullable(optional, read) : read;
  }

  /** The {@code TextForm} of a value; that of an enum has the names of the constants. */
  public static CodeBlock form(TypeRef type) {
    if (type instanceof ConvertedRef converted) {
      return CodeBlock.of(
          "$L.converted($L,$W$L,$W$S)",
          form(converted.carrier()),
          ConversionCode.function(converted.conversion().write()),
          ConversionCode.function(converted.conversion().read()),
          converted.conversion().expectation().orElse(""));
    }
    if (type instanceof NamedRef named) {
      return CodeBlock.of("$T.enumeration($T.class)", FORM, JavaTypes.className(named.name()));
    }
    Scalar scalar = ((ScalarRef) type).scalar();
    return scalar.isText()
        ? CodeBlock.of("$T.of($T.$L)", FORM, JavaTypes.TEXT_SCALAR, scalar)
        : CodeBlock.of("$T.$L", FORM, constant(scalar));
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
