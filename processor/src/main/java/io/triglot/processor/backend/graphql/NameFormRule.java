package io.triglot.processor.backend.graphql;

import io.triglot.processor.backend.graphql.SchemaDefinition.EnumDefinition;
import io.triglot.processor.backend.graphql.SchemaDefinition.InputDefinition;
import io.triglot.processor.backend.graphql.SchemaDefinition.ObjectDefinition;
import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.Origin;
import java.util.List;
import java.util.stream.Stream;

/** Names have the form that GraphQL's grammar demands, and do not begin with two underscores. */
final class NameFormRule implements SchemaRule {
  static final Rule RULE = Rule.error("TriglotGraphQlName");

  private record Named(String name, Origin origin) {}

  @Override
  public Stream<Diagnostic> check(SchemaTree tree, List<SchemaDefinition> reached) {
    Stream<Named> fields =
        tree.services().stream()
            .flatMap(
                service ->
                    Stream.concat(
                        service.operations().stream().flatMap(NameFormRule::names),
                        service.batches().stream().flatMap(batch -> names(batch.field()))));
    Stream<Diagnostic> names =
        Stream.concat(fields, reached.stream().flatMap(NameFormRule::names))
            .filter(named -> !SchemaNames.isValid(named.name()))
            .distinct()
            .map(named -> breach(named, "Give it another with the annotation's name attribute."));
    return Stream.concat(names, reached.stream().flatMap(NameFormRule::constants));
  }

  private static Stream<Named> names(FieldNode<?> field) {
    return Stream.concat(
        Stream.of(new Named(field.name(), field.origin())),
        field.arguments().stream()
            .map(argument -> new Named(argument.source().name(), argument.source().origin())));
  }

  private static Stream<Named> names(SchemaDefinition definition) {
    Stream<Named> own = Stream.of(new Named(definition.name(), definition.origin()));
    if (definition instanceof ObjectDefinition object) {
      return Stream.concat(own, object.node().fields().stream().flatMap(NameFormRule::names));
    }
    return definition instanceof InputDefinition input
        ? Stream.concat(own, input.input().fields().stream().flatMap(NameFormRule::names))
        : own;
  }

  private static Stream<Diagnostic> constants(SchemaDefinition definition) {
    return definition instanceof EnumDefinition enumeration
        ? enumeration.type().constants().stream()
            .filter(constant -> !SchemaNames.isValidEnumValue(constant.name()))
            .map(
                constant ->
                    breach(new Named(constant.name(), constant.origin()), "Rename the constant."))
        : Stream.empty();
  }

  private static Diagnostic breach(Named named, String remedy) {
    return RULE.at(
        named.origin(),
        "GraphQL has no place for the name %s of %s: names are letters, digits and underscores,"
                .formatted(named.name(), named.origin().name())
            + " do not begin with a digit or two underscores, and no enum value is called true,"
            + " false or null.",
        remedy);
  }
}
