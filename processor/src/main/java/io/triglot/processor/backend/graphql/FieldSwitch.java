package io.triglot.processor.backend.graphql;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/** Writes what a method returns for each field, by the field's name. */
final class FieldSwitch {
  private FieldSwitch() {}

  /**
   * The body of a method with a parameter {@code field}.
   *
   * @param cases one for each field
   */
  static CodeBlock of(List<CodeBlock> cases) {
    CodeBlock otherwise = CodeBlock.of("throw new $T(field);\n", IllegalArgumentException.class);
    return cases.isEmpty()
        ? otherwise
        : CodeBlock.of(
            "return switch (field) {\n$>$Ldefault -> $L$<};\n",
            CodeBlock.join(cases, ""),
            otherwise);
  }
}
