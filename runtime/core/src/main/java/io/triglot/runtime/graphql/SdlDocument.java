package io.triglot.runtime.graphql;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SDL of several services, put together from their fragments. A fragment is SDL in pieces, each
 * after a comment line with its key; the pieces of all fragments in the order of their keys, each
 * key once, are the document; what begins an object type names all interfaces that any of them
 * names. The processor puts a module's document together in the same way.
 */
final class SdlDocument {
  private static final String MARK = "#: ";

  /** The end of what begins an object type: its name, its interfaces, its directives. */
  private static final Pattern HEAD =
      Pattern.compile("(\ntype \\w+)(?: implements ([\\w &]+))?((?: @[^{\n]*)?)( \\{\n)\\z");

  /** Query where no service offers one, because GraphQL demands a field. */
  private static final String LIVENESS =
      """
      #: 1 %1$s 0

      type %1$s {
      #: 1 %1$s 1 alive
        \"""True: this API has no queries of its own.\"""
        alive: Boolean!
      #: 1 %1$s 2
      }
      """;

  /** The key of what says how the root type of queries is called. */
  private static final String QUERY = "0 schema 1 1";

  private SdlDocument() {}

  /** The document that these fragments make. */
  static String of(List<String> fragments) {
    SortedMap<String, String> pieces = new TreeMap<>();
    fragments.forEach(fragment -> collect(fragment, pieces));
    if (pieces.keySet().stream().noneMatch(key -> key.startsWith("1 "))) {
      String told = pieces.get(QUERY);
      String query = told == null ? RootNames.QUERY : told.replaceAll(".*: |\n", "");
      collect(LIVENESS.formatted(query), pieces);
    }
    return String.join("", pieces.values());
  }

  private static void collect(String fragment, SortedMap<String, String> pieces) {
    for (String piece : fragment.split("(?m)^" + MARK, -1)) {
      int end = piece.indexOf('\n');
      if (end >= 0) {
        pieces.merge(piece.substring(0, end), piece.substring(end + 1), SdlDocument::merged);
      }
    }
  }

  /** Two pieces with one key differ in the interfaces, and in the keys, that they know of. */
  private static String merged(String one, String other) {
    SortedSet<String> interfaces = new TreeSet<>(interfaces(one));
    interfaces.addAll(interfaces(other));
    Matcher head = HEAD.matcher(other);
    return head.find()
        ? other.substring(0, head.end(1))
            + implementing(interfaces)
            + resolved(group(HEAD.matcher(one), 3), group(HEAD.matcher(other), 3))
            + head.group(4)
        : other;
  }

  /** The directives of one, where a key can be resolved if either says so. */
  private static String resolved(String one, String other) {
    String all = other;
    for (String directive : one.split("(?= @)")) {
      all = all.replace(directive.replace("\")", "\", resolvable: false)"), directive);
    }
    return all;
  }

  private static String group(Matcher head, int group) {
    return head.find() && head.group(group) != null ? head.group(group) : "";
  }

  private static List<String> interfaces(String piece) {
    String names = group(HEAD.matcher(piece), 2);
    return names.isEmpty() ? List.of() : List.of(names.split(" & "));
  }

  private static String implementing(SortedSet<String> interfaces) {
    return interfaces.isEmpty() ? "" : " implements " + String.join(" & ", interfaces);
  }
}
