package io.triglot.processor.backend.graphql;

import com.palantir.javapoet.CodeBlock;
import io.triglot.processor.javagen.Names;
import io.triglot.processor.model.Field;
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
        "($L, $L) -> {\n$>$Lreturn $L;\n$<}",
        source,
        names.arguments(),
        ArgumentStatements.of(
            names,
            field.arguments(),
            field.parameters().stream().filter(each -> each.isWhole()).toList()),
        OutputExpressions.convert(call, field.type(), Names.unused("value", taken)));
  }
}
