package io.triglot.runtime.graphql;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The SDL of several services, put together from their fragments. A fragment is SDL in pieces, each
 * after a comment line with its key; the pieces of all fragments in the order of their keys, each
 * key once, are the document. The processor puts a module's document together in the same way.
 */
final class SdlDocument {
  private static final String MARK = "#: ";

  /** Query where no service offers one, because GraphQL demands a field. */
  private static final String LIVENESS =
      """
      #: 1 Query 0

      type Query {
      #: 1 Query 1 alive
        \"""True: this API has no queries of its own.\"""
        alive: Boolean!
      #: 1 Query 2
      }
      """;

  private SdlDocument() {}

  /** The document that these fragments make. */
  static String of(List<String> fragments) {
    SortedMap<String, String> pieces = new TreeMap<>();
    fragments.forEach(fragment -> collect(fragment, pieces));
    if (!pieces.containsKey("1 Query 0")) {
      collect(LIVENESS, pieces);
    }
    return String.join("", pieces.values());
  }

  private static void collect(String fragment, SortedMap<String, String> pieces) {
    for (String piece : fragment.split("(?m)^" + MARK, -1)) {
      int end = piece.indexOf('\n');
      if (end >= 0) {
        pieces.put(piece.substring(0, end), piece.substring(end + 1));
      }
    }
  }
}
