package io.triglot.processor.javagen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Source;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import java.util.Objects;
import java.util.function.Function;

/** Java code for the parameters whose values are in the headers of a request. */
public final class MetadataCode {
  private static final String JSON = "io.triglot.runtime.rest.json";
  private static final ClassName METADATA = ClassName.get(JSON, "RequestMetadata");

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
   * @param model has the types of the parameters
   * @param call the variable of the call
   * @param variable gives the variable of a parameter
   */
  public static CodeBlock statements(
      ApiModel model, Operation operation, String call, Function<Parameter, String> variable) {
    CodeBlock.Builder statements = CodeBlock.builder();
    operation
        .metadata()
        .forEach(
            parameter ->
                statements.addStatement(
                    "$T $N = $L",
                    JavaTypes.of(parameter.type()),
                    variable.apply(parameter),
                    value(model, parameter, call)));
    return statements.build();
  }

  private static CodeBlock value(ApiModel model, Parameter parameter, String call) {
    TypeRef type = parameter.type();
    boolean absent = type.nullable() || parameter.otherwise().isPresent();
    CodeBlock sent =
        CodeBlock.of(
            "$T.$L($L.context(),$W$S,$W$L)",
            METADATA,
            (isHeader(parameter) ? "header" : "cookie") + (absent ? "OrNull" : ""),
            call,
            name(parameter),
            TextFormCode.of(model, type.present()));
    CodeBlock read =
        parameter
            .otherwise()
            .map(text -> DefaultCode.of(type.present(), text))
            .map(
                value -> CodeBlock.of("$T.requireNonNullElse($L,$W$L)", Objects.class, sent, value))
            .orElse(sent);
    return type instanceof OptionalRef optional ? OptionalCode.ofNullable(optional, read) : read;
  }
}
