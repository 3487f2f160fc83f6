package io.triglot.server.page;

import static io.triglot.server.page.Html.element;
import static io.triglot.server.page.Html.text;

import io.triglot.server.page.ApiListing.Type;
import io.triglot.server.page.Html.Element;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Code in which the names of listed types lead to them. Immutable.
 *
 * @param types the types by their names, of which they may have several
 */
record Names(Map<String, String> types) {
  Names {
    types = Map.copyOf(types);
  }

  /** The names of these types, on whichever protocol. */
  static Names of(List<Type> types) {
    Map<String, String> all = new HashMap<>();
    types.forEach(type -> type.names().values().forEach(name -> all.put(name, type.name())));
    types.forEach(type -> all.put(type.name(), type.name()));
    return new Names(all);
  }

  /** Where the page tells of a type. */
  static String id(String type) {
    return "type-" + type;
  }

  /** Code with long names in it, which may be broken where they have a dot, a slash or a space. */
  Element code(String code) {
    List<Html> parts = new ArrayList<>();
    for (String part : code.split("(?<=[./(])")) {
      for (String word : part.split("\\b")) {
        String type = types.get(word);
        parts.add(type == null ? text(word) : element("a", word).with("href", "#" + id(type)));
      }
      parts.add(element("wbr"));
    }
    return element("code").add(parts);
  }
}
