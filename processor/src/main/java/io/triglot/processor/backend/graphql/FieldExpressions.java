package io.triglot.processor.backend.graphql;

import com.palantir.javapoet.CodeBlock;
import io.triglot.processor.backend.graphql.FieldNode.ArgumentNode;
import io.triglot.processor.model.Doc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Java expressions that describe fields and arguments with graphql-java's builders. */
final class FieldExpressions {
  private static final int WIDTH = 72;
  private static final String NO_REASON = "No longer supported";

  private FieldExpressions() {}

  /** The definition of a field of an object type. */
  static CodeBlock field(FieldNode<?> field) {
    List<CodeBlock> links =
        links(field.name(), field.doc(), field.type(), field.otherwise(), field.deprecation());
    field
        .arguments()
        .forEach(argument -> links.add(Layout.call(WIDTH, ".argument", argument(argument))));
    return Layout.chainWithin(
        WIDTH, CodeBlock.of("$T.newFieldDefinition()", GraphQlTypes.FIELD), links);
  }

  /** The definition of a field of an input type. */
  static CodeBlock inputField(FieldNode<?> field) {
    return Layout.chainWithin(
        WIDTH,
        CodeBlock.of("$T.newInputObjectField()", GraphQlTypes.INPUT_FIELD),
        links(field.name(), field.doc(), field.type(), field.otherwise(), field.deprecation()));
  }

  /** The link that describes something; empty where there is no description. */
  static Optional<CodeBlock> description(Doc doc) {
    String text = SdlText.description(doc);
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(Layout.call(WIDTH, ".description", Layout.text(text)));
  }

  /** The reason of a deprecation as it stands in the schema. */
  static CodeBlock reason(String reason) {
    return Layout.text(reason.isEmpty() ? NO_REASON : SdlText.description(new Doc(reason)));
  }

  private static CodeBlock argument(ArgumentNode argument) {
    return Layout.chainWithin(
        WIDTH - 12,
        CodeBlock.of("$T.newArgument()", GraphQlTypes.ARGUMENT),
        links(
            argument.name(),
            argument.doc(),
            argument.type(),
            argument.otherwise(),
            argument.deprecation()));
  }

  private static List<CodeBlock> links(
      String name,
      Doc doc,
      TypeUse type,
      Optional<DefaultValue> otherwise,
      Optional<String> deprecation) {
    List<CodeBlock> links = new ArrayList<>();
    links.add(CodeBlock.of(".name($S)", name));
    description(doc).ifPresent(links::add);
    deprecation
        .map(reason -> Layout.call(WIDTH, ".deprecate", reason(reason)))
        .ifPresent(links::add);
    links.add(Layout.call(WIDTH, ".type", TypeExpressions.of(type)));
    otherwise
        .map(value -> Layout.call(WIDTH, ".defaultValueLiteral", value.java()))
        .ifPresent(links::add);
    return links;
  }
}
