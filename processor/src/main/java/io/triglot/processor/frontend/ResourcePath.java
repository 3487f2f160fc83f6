package io.triglot.processor.frontend;

import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.Element;

/**
 * The path templates of JAX-RS, whose variables may have regular expressions: {@code {id: [0-9]+}}.
 */
final class ResourcePath {
  private ResourcePath() {}

  /** What {@code @Path} on the element says, with one slash before it and none behind. */
  static String of(Element element) {
    String path = JaxRs.find(element, "Path").map(found -> found.text("value")).orElse("");
    String bare = path.replaceAll("^/+", "").replaceAll("/+$", "");
    return bare.isEmpty() ? "" : "/" + bare;
  }

  /** The names of the variables, in order. */
  static Set<String> variables(String template) {
    Set<String> names = new LinkedHashSet<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < template.length(); i++) {
      if (template.charAt(i) == '{' && depth++ == 0) {
        start = i + 1;
      } else if (template.charAt(i) == '}' && --depth == 0) {
        String variable = template.substring(start, i);
        int colon = variable.indexOf(':');
        names.add((colon < 0 ? variable : variable.substring(0, colon)).strip());
      }
    }
    return names;
  }
}
