package io.triglot.processor.javagen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.model.ErrorType;
import io.triglot.processor.model.ErrorType.Argument;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.Words;
import io.triglot.processor.spi.OutputSink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes {@code <Error>Describer}: what callers are told when a declared error is thrown. */
public final class DescriberEmitter {
  private static final ClassName FAILURE = ClassName.get("io.triglot.runtime", "Failure");
  private static final ClassName DETAILS = ClassName.get("io.triglot.runtime", "ErrorDetails");
  private static final ClassName STATUS = ClassName.get("io.triglot.runtime", "StatusCode");
  private static final ClassName DESCRIBER = ClassName.get("io.triglot.runtime", "ErrorDescriber");

  private DescriberEmitter() {}

  /** Writes the describer of an error. */
  public static void write(ErrorType error, OutputSink sink) {
    ClassName exception = JavaTypes.className(error.javaName());
    TypeSpec.Builder type =
        TypeSpec.classBuilder(error.javaName().generated("Describer").simpleName())
            .addJavadoc("Tells callers of {@link $T}.\n", exception)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(ParameterizedTypeName.get(DESCRIBER, exception))
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addJavadoc("Made once, when the error is first thrown.\n")
                    .addModifiers(Modifier.PUBLIC)
                    .build())
            .addMethod(
                MethodSpec.methodBuilder("describe")
                    .addAnnotation(Override.class)
                    .addModifiers(Modifier.PUBLIC)
                    .returns(FAILURE)
                    .addParameter(exception, "error")
                    .addCode(body(error))
                    .build());
    error.constructor().ifPresent(arguments -> type.addMethod(restore(error, arguments)));
    if (usesDeprecated(error)) {
      type.addAnnotation(Deprecations.SUPPRESSION);
    }
    GeneratedJava.write(
        sink,
        error.javaName().generated("Describer"),
        error.javaName(),
        type,
        List.of(error.origin()));
  }

  private static MethodSpec restore(ErrorType error, List<Argument> arguments) {
    ClassName exception = JavaTypes.className(error.javaName());
    CodeBlock.Builder body =
        CodeBlock.builder()
            .beginControlFlow("if (!failure.reason().equals($S))", error.reason())
            .addStatement("return $T.empty()", Optional.class)
            .endControlFlow();
    if (arguments.stream().anyMatch(Argument.Detail.class::isInstance)) {
      body.addStatement("$1T details = new $1T(failure)", DETAILS);
    }
    CodeBlock values =
        arguments.stream().map(DescriberEmitter::value).collect(CodeBlock.joining(",$W"));
    return MethodSpec.methodBuilder("restore")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(ParameterizedTypeName.get(ClassName.get(Optional.class), exception))
        .addParameter(FAILURE, "failure")
        .addCode(
            body.addStatement("return $T.of(new $T($Z$L))", Optional.class, exception, values)
                .build())
        .build();
  }

  private static CodeBlock value(Argument argument) {
    if (argument instanceof Argument.Detail detail) {
      TypeRef type = detail.property().type();
      return CodeBlock.of(
          "details.$L($S, $T.class)",
          type.nullable() ? "find" : "get",
          detail.property().name(),
          JavaTypes.boxed(type));
    }
    return argument instanceof Argument.Message
        ? CodeBlock.of("failure.message()")
        : CodeBlock.of("null");
  }

  private static boolean usesDeprecated(ErrorType error) {
    return error.deprecation().isPresent()
        || error.properties().stream().anyMatch(each -> each.deprecation().isPresent());
  }

  private static CodeBlock body(ErrorType error) {
    CodeBlock.Builder body =
        CodeBlock.builder()
            .addStatement(
                "$T message = $T.requireNonNullElse(error.getMessage(), $S)",
                String.class,
                Objects.class,
                sentence(error.reason()));
    if (!error.properties().isEmpty()) {
      body.addStatement(
          "$T<$T, $T> details = new $T<>()",
          Map.class,
          String.class,
          Object.class,
          LinkedHashMap.class);
      error
          .properties()
          .forEach(
              property ->
                  body.addStatement(
                      "details.put($S, $L)",
                      property.name(),
                      ConversionCode.onWire(
                          property.type(), CodeBlock.of("error.$L()", property.accessor()))));
    }
    return body.addStatement(
            "return new $T($Z$T.$L,$W$S,$Wmessage,$W$T.of(),$W$L)",
            FAILURE,
            STATUS,
            error.code(),
            error.reason(),
            List.class,
            error.properties().isEmpty() ? CodeBlock.of("$T.of()", Map.class) : "details")
        .build();
  }

  /** {@code INSUFFICIENT_STOCK} as {@code Insufficient stock}. */
  private static String sentence(String reason) {
    String words = String.join(" ", Words.of(reason));
    return words.isEmpty()
        ? reason
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
