package io.triglot.runtime.graphql;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A well-formed GraphQL request, whatever carried it (GraphQL over HTTP, section "Request
 * Parameters").
 *
 * @param query the text of the document; empty where the client sent its hash instead
 * @param operationName which of its operations to execute; null where it has only one
 * @param variables the values of its variables, not yet coerced
 * @param extensions whatever else client and server agree on
 * @param hash the SHA-256 by which the client calls the document; null where it does not
 */
record GraphQlParameters(
    String query,
    @Nullable String operationName,
    Map<String, Object> variables,
    Map<String, Object> extensions,
    @Nullable String hash) {

  /**
   * Reads the members of a JSON object; others than the four are ignored.
   *
   * @throws MalformedRequestException when {@code query} is absent, with no hash in its place, or a
   *     member has another type
   */
  static GraphQlParameters of(Map<String, @Nullable Object> members) {
    Map<String, Object> extensions = object(members, "extensions");
    String hash = hash(extensions);
    Object query = members.get("query");
    if (!(query instanceof String) && (query != null || hash == null)) {
      throw new MalformedRequestException(
          "query", members.containsKey("query") ? "must be a string" : "is missing");
    }
    Object name = members.get("operationName");
    if (name != null && !(name instanceof String)) {
      throw new MalformedRequestException("operationName", "must be a string");
    }
    return new GraphQlParameters(
        query == null ? "" : (String) query,
        (String) name,
        object(members, "variables"),
        extensions,
        hash);
  }

  /** The same request for this document. */
  GraphQlParameters withQuery(String text) {
    return new GraphQlParameters(text, operationName, variables, extensions, hash);
  }

  private static @Nullable String hash(Map<String, Object> extensions) {
    return extensions.get("persistedQuery") instanceof Map<?, ?> persisted
            && persisted.get("sha256Hash") instanceof String hash
        ? hash
        : null;
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
