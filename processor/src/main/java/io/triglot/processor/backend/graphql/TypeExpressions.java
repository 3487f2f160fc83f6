package io.triglot.processor.backend.graphql;

import com.palantir.javapoet.CodeBlock;
import io.triglot.processor.backend.graphql.TypeUse.EntryUse;
import io.triglot.processor.backend.graphql.TypeUse.EnumUse;
import io.triglot.processor.backend.graphql.TypeUse.InputUse;
import io.triglot.processor.backend.graphql.TypeUse.ListUse;
import io.triglot.processor.backend.graphql.TypeUse.ObjectUse;
import io.triglot.processor.backend.graphql.TypeUse.ScalarUse;
import io.triglot.processor.backend.graphql.TypeUse.UnionUse;

/** Java expressions of types, where a variable {@code schema} holds the schema's builder. */
final class TypeExpressions {
  private TypeExpressions() {}

  /** The expression of a type, such as {@code nonNull(list(nonNull(GraphQLInt)))}. */
  static CodeBlock of(TypeUse use) {
    CodeBlock nullable = nullable(use);
    return use.required()
        ? CodeBlock.of("$T.nonNull($L)", GraphQlTypes.NON_NULL, nullable)
        : nullable;
  }

  private static CodeBlock nullable(TypeUse use) {
    if (use instanceof ScalarUse scalar) {
      return scalar(scalar);
    }
    if (use instanceof ObjectUse object) {
      return CodeBlock.of("$T.object(schema)", GraphQlTypes.generated(object.java()));
    }
    if (use instanceof InputUse input) {
      return CodeBlock.of("$T.input(schema)", GraphQlTypes.generated(input.java()));
    }
    if (use instanceof UnionUse union) {
      return CodeBlock.of("$T.type(schema)", GraphQlTypes.generated(union.java()));
    }
    if (use instanceof EnumUse enumeration) {
      return CodeBlock.of("$T.type(schema)", GraphQlTypes.generated(enumeration.java()));
    }
    if (use instanceof EntryUse entry) {
      return CodeBlock.of(
          "schema.$L($S,$W$L,$W$L)",
          entry.input() ? "inputEntry" : "entry",
          entry.nullableSdl(),
          of(entry.key()),
          of(entry.value()));
    }
    return CodeBlock.of("$T.list($L)", GraphQlTypes.LIST, of(((ListUse) use).element()));
  }

  private static CodeBlock scalar(ScalarUse use) {
    return use.scalar().isBuiltIn()
        ? CodeBlock.of("$T." + use.scalar().constant(), GraphQlTypes.SCALARS)
        : CodeBlock.of(
            "schema.scalar($S, $T.$L$L)",
            use.nullableSdl(),
            GraphQlTypes.CUSTOM_SCALARS,
            use.scalar().constant(),
            use.specification()
                .map(address -> CodeBlock.of(",$W$S", address))
                .orElse(CodeBlock.of("")));
  }
}
