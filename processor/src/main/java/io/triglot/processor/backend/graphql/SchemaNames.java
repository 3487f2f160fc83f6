package io.triglot.processor.backend.graphql;

import java.util.regex.Pattern;

/** Names in a schema (GraphQL specification, sections 2.1.9 and 4.1). */
final class SchemaNames {
  private static final Pattern NAME = Pattern.compile("[_A-Za-z][_0-9A-Za-z]*");

  private SchemaNames() {}

  /** Whether a type, a field or an argument may have this name. */
  static boolean isValid(String name) {
    return NAME.matcher(name).matches() && !name.startsWith("__");
  }

  /** The name of the input type of an object type. */
  static String input(String name) {
    return name.endsWith("Input") ? name : name + "Input";
  }
}
