package io.triglot.processor.backend.graphql;

import io.triglot.processor.model.ExactNames;
import io.triglot.processor.model.TypeDefinition;
import java.util.regex.Pattern;

/** Names in a schema (GraphQL specification, sections 2.1.9 and 4.1). */
final class SchemaNames {
  private static final Pattern NAME = Pattern.compile("[_A-Za-z][_0-9A-Za-z]*");

  private SchemaNames() {}

  /** Whether a type, a field or an argument may have this name. */
  static boolean isValid(String name) {
    return NAME.matcher(name).matches() && !name.startsWith("__");
  }

  /** The name of an object type or an enum. */
  static String of(TypeDefinition type) {
    return ExactNames.graphql(type.exact(), type.name());
  }

  /** The name of the input type of an object type. */
  static String input(TypeDefinition type) {
    String name = of(type);
    return type.exact()
        .flatMap(ExactNames::graphqlInput)
        .orElse(name.endsWith("Input") ? name : name + "Input");
  }
}
