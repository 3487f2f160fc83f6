package io.triglot.processor.backend.graphql;

import com.palantir.javapoet.CodeBlock;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.javagen.Names;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.Parameter;
import java.util.List;
import java.util.Set;

/** Writes the function that answers a field with arguments by the method of the user's type. */
final class FieldMethodCode {
  private FieldMethodCode() {}

  /** A lambda of an object and the arguments. */
  static CodeBlock of(Field field) {
    LocalNames names = LocalNames.of(field.parameters());
    Set<String> taken = names.taken();
    String source = Names.unused("source", taken);
    CodeBlock call =
        CodeBlock.of(
            "$L.$L($L)",
            source,
            field.accessor().member(),
            field.parameters().stream()
                .map(parameter -> CodeBlock.of("$L", parameter.javaName()))
                .collect(CodeBlock.joining(",$W")));
    return CodeBlock.of(
        "($L, $L) -> {\n$>$L$Lreturn $L;\n$<}",
        source,
        names.arguments(),
        ArgumentStatements.of(
            names,
            field.arguments(),
            field.parameters().stream().filter(Parameter::isWhole).toList()),
        field.isConstrained() ? check(names, source, field) : CodeBlock.of(""),
        OutputExpressions.convert(call, field.type(), Names.unused("value", taken)));
  }

  private static CodeBlock check(LocalNames names, String source, Field field) {
    return CodeBlock.of(
        "$L.check($L$L);\n",
        names.arguments(),
        source,
        field.parameters().stream()
            .map(parameter -> CodeBlock.of(",$W$L", parameter.javaName()))
            .collect(CodeBlock.joining("")));
  }

  /** The link that says that arguments have constraints; nothing where they have none. */
  static CodeBlock constraints(String name, Field field) {
    if (!field.isConstrained()) {
      return CodeBlock.of("");
    }
    return CodeBlock.of(
        "\n.constrained($S, $S, $T.of($L)$L)",
        name,
        field.accessor().member(),
        List.class,
        field.parameters().stream()
            .map(parameter -> CodeBlock.of("$S", parameter.name()))
            .collect(CodeBlock.joining(",$W")),
        field.parameters().stream()
            .map(
                parameter ->
                    CodeBlock.of(",$W$T.class", JavaTypes.erased(JavaTypes.of(parameter.type()))))
            .collect(CodeBlock.joining("")));
  }
}
