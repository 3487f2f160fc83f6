package io.triglot.runtime.graphql;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of a GraphQL request by GET, which stand in the query of its target. */
final class GraphQlQuery {
  private static final Set<String> IN_JSON = Set.of("variables", "extensions");

  private GraphQlQuery() {}

  /** Reads them from a query, percent-encoded as it came. */
  static GraphQlParameters parameters(String query) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String name = decoded(pair.substring(0, equals));
        String text = decoded(pair.substring(equals + 1));
        if (!text.isEmpty()) {
          members.putIfAbsent(name, IN_JSON.contains(name) ? GraphQlJson.object(text, name) : text);
        }
      }
    }
    return GraphQlParameters.of(members);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new MalformedRequestException("query string", "must be percent-encoded");
    }
  }
}
