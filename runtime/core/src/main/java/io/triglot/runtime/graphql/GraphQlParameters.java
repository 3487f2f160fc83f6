package io.triglot.runtime.graphql;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A well-formed GraphQL request, whatever carried it (GraphQL over HTTP, section "Request
 * Parameters").
 *
 * @param query the text of the document
 * @param operationName which of its operations to execute; null where it has only one
 * @param variables the values of its variables, not yet coerced
 * @param extensions whatever else client and server agree on
 */
record GraphQlParameters(
    String query,
    @Nullable String operationName,
    Map<String, Object> variables,
    Map<String, Object> extensions) {

  /**
   * Reads the members of a JSON object; others than the four are ignored.
   *
   * @throws MalformedRequestException when {@code query} is absent or a member has another type
   */
  static GraphQlParameters of(Map<String, @Nullable Object> members) {
    if (!(members.get("query") instanceof String query)) {
      throw new MalformedRequestException(
          "query", members.containsKey("query") ? "must be a string" : "is missing");
    }
    Object name = members.get("operationName");
    if (name != null && !(name instanceof String)) {
      throw new MalformedRequestException("operationName", "must be a string");
    }
    return new GraphQlParameters(
        query, (String) name, object(members, "variables"), object(members, "extensions"));
  }

  @SuppressWarnings("unchecked") // a JSON object has no other keys
  private static Map<String, Object> object(Map<String, @Nullable Object> members, String name) {
    Object value = members.get(name);
    if (value == null) {
      return new LinkedHashMap<>();
    }
    if (!(value instanceof Map)) {
      throw new MalformedRequestException(name, "must be an object");
    }
    return (Map<String, Object>) value;
  }
}
