package io.triglot.runtime.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The header {@code Link} of a page of a list (RFC 8288): where the first page is, and those beside
 * it. Its targets are relative references of a query alone (RFC 3986, section 5.2), which stay
 * right wherever the list is served.
 */
final class PageLinks {
  private static final Set<String> PAGING = Set.of("first", "after", "last", "before");

  private final List<String> others = new ArrayList<>();
  private String size = "";

  private PageLinks(String query) {
    for (String pair : query.split("&")) {
      String name = pair.split("=", 2)[0];
      if (!PAGING.contains(name)) {
        others.add(pair);
      } else if (name.equals("first") || name.equals("last")) {
        size = pair.substring(pair.indexOf('=') + 1);
      }
    }
    others.removeIf(String::isEmpty);
  }

  /**
   * The value of the header.
   *
   * @param query the query of the request
   * @param previous the place before which the page before is, if there is one
   * @param next the place after which the page behind is, if there is one
   */
  static String of(String query, Optional<?> previous, Optional<?> next) {
    PageLinks links = new PageLinks(query);
    List<String> all = new ArrayList<>();
    all.add(links.link("first", "first", "", Optional.empty()));
    previous.ifPresent(place -> all.add(links.link("prev", "last", "before", previous)));
    next.ifPresent(place -> all.add(links.link("next", "first", "after", next)));
    return String.join(", ", all);
  }

  private String link(String relation, String count, String side, Optional<?> place) {
    List<String> pairs = new ArrayList<>(others);
    if (!size.isEmpty()) {
      pairs.add(count + "=" + size);
    }
    place.ifPresent(at -> pairs.add(side + "=" + PercentEncoding.encodeSegment(at.toString())));
    return "<?" + String.join("&", pairs) + ">; rel=\"" + relation + "\"";
  }
}
