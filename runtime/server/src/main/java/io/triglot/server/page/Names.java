package io.triglot.server.page;

import static io.triglot.server.page.Html.element;
import static io.triglot.server.page.Html.text;

import io.triglot.server.page.Html.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Code in which the names of listed types lead to them. Immutable.
 *
 * @param types the names
 */
record Names(Set<String> types) {
  Names {
    types = Set.copyOf(types);
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
        parts.add(
            types.contains(word) ? element("a", word).with("href", "#" + id(word)) : text(word));
      }
      parts.add(element("wbr"));
    }
    return element("code").add(parts);
  }
}
