package io.triglot.processor.backend.graphql;

import com.palantir.javapoet.CodeBlock;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import java.util.List;

/** Writes what tells the schema of a method that finds entities. */
final class EntityCode {
  private EntityCode() {}

  /** The statement. */
  static CodeBlock contribution(EntityNode entity, String method) {
    return CodeBlock.of(
        "schema.entity(\n$>$>$L,\n$S,\n$L,\nthis::$L);\n$<$<",
        TypeExpressions.of(entity.type()),
        entity.key().text(),
        reader(entity.source().keyType(), entity.key().fields()),
        method);
  }

  private static CodeBlock reader(TypeRef key, List<String> fields) {
    return key instanceof NamedRef named
        ? CodeBlock.of("$T::read", GraphQlTypes.generated(named.name()))
        : CodeBlock.of(
            "(key, path) -> $L",
            InputExpressions.read(
                CodeBlock.of("$T.of(key, path)", GraphQlTypes.INPUT_FIELDS), fields.get(0), key));
  }
}
