package io.triglot.example;

import java.util.Map;

/** A GraphQL request as JSON has it. */
record GraphQlRequest(String query, Map<String, ?> variables) {
  static GraphQlRequest of(String query) {
    return new GraphQlRequest(query, Map.of());
  }
}
