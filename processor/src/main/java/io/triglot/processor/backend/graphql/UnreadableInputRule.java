package io.triglot.processor.backend.graphql;

import io.triglot.processor.backend.graphql.FieldNode.ArgumentNode;
import io.triglot.processor.backend.graphql.TypeUse.EntryUse;
import io.triglot.processor.backend.graphql.TypeUse.InputUse;
import io.triglot.processor.backend.graphql.TypeUse.ListUse;
import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import java.util.List;
import java.util.stream.Stream;

/** An argument's type can be constructed, and so can the types of its fields. */
final class UnreadableInputRule implements SchemaRule {
  static final Rule RULE = Rule.error("TriglotGraphQlUnreadableInput");

  @Override
  public Stream<Diagnostic> check(SchemaTree tree, List<SchemaDefinition> reached) {
    return tree.services().stream()
        .flatMap(service -> service.operations().stream())
        .flatMap(operation -> operation.arguments().stream())
        .filter(argument -> !isReadable(tree, argument.type()))
        .map(UnreadableInputRule::breach);
  }

  private static boolean isReadable(SchemaTree tree, TypeUse use) {
    if (use instanceof ListUse list) {
      return isReadable(tree, list.element());
    }
    if (use instanceof EntryUse entry) {
      return isReadable(tree, entry.value());
    }
    return !(use instanceof InputUse input) || tree.object(input.java()).input().isPresent();
  }

  private static Diagnostic breach(ArgumentNode argument) {
    return RULE.at(
        argument.source().origin(),
        "%s cannot be read from a client: its type, or one that it leads to, cannot be constructed."
            .formatted(argument.source().origin().name()),
        "Make that type a record, or give it a public constructor without arguments and setters.");
  }
}
