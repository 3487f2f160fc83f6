package io.triglot.runtime.graphql;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The SDL of several services, put together from their fragments. A fragment is a JSON object of
 * pieces of text; the pieces of all fragments in the order of their keys, each key once, are the
 * document. The processor puts a module's document together in the same way.
 */
final class SdlDocument {
  /** The pieces of Query where no service offers one, because GraphQL demands a field. */
  private static final Map<String, String> LIVENESS =
      Map.of(
          "1Query",
          "\ntype Query {\n",
          "1Query alive",
          "  \"\"\"True: this API has no queries of its own.\"\"\"\n  alive: Boolean!\n",
          "1Query~",
          "}\n");

  private SdlDocument() {}

  /** The document that these fragments make. */
  static String of(List<String> fragments) {
    SortedMap<String, String> pieces = new TreeMap<>();
    for (String fragment : fragments) {
      Map<String, @Nullable Object> read = GraphQlJson.object(fragment, "fragment");
      read.forEach((key, text) -> pieces.put(key, String.valueOf(text)));
    }
    if (!pieces.containsKey("1Query")) {
      pieces.putAll(LIVENESS);
    }
    return String.join("", pieces.values());
  }
}
