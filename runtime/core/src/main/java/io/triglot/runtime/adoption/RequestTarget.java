package io.triglot.runtime.adoption;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a call would go if it came by REST, for resources that look at their URI. Immutable.
 *
 * @param verb the HTTP method
 * @param template the whole path template
 * @param variables the values of the path, by variable
 * @param query the values of the query, by name
 */
public record RequestTarget(
    String verb,
    String template,
    Map<String, List<String>> variables,
    Map<String, List<String>> query) {
  /** Of a call of which it is not known. */
  static final RequestTarget UNKNOWN = new RequestTarget("POST", "/");

  private static final Pattern VARIABLE =
      Pattern.compile("\\{\\s*([\\w.-]+)\\s*(:(?:[^{}]|\\{[^{}]*})*)?}");

  /** What no path has (RFC 3986, section 3.3). */
  private static final Pattern ILLEGAL = Pattern.compile("[^!$%&'()*+,./0-9:;=@A-Z_a-z~-]");

  /** A target without values. */
  public RequestTarget(String verb, String template) {
    this(verb, template, Map.of(), Map.of());
  }

  /** The same with the value of a variable. */
  public RequestTarget path(String name, @Nullable Object value) {
    return new RequestTarget(verb, template, with(variables, name, value), query);
  }

  /** The same with the value of a query parameter, or with several; null for none. */
  public RequestTarget query(String name, @Nullable Object value) {
    return new RequestTarget(verb, template, variables, with(query, name, value));
  }

  private static Map<String, List<String>> with(
      Map<String, List<String>> values, String name, @Nullable Object value) {
    if (value == null) {
      return values;
    }
    Map<String, List<String>> more = new LinkedHashMap<>(values);
    more.put(name, ParameterText.of(value).toList());
    return more;
  }

  /** The path and the query, encoded, relative to where the application is. */
  public URI uri() {
    return URI.create("./" + encodedPath() + encodedQuery());
  }

  /**
   * The path, without a slash at its beginning, and with the values percent-encoded. Slashes stay
   * in the values of variables with regular expressions.
   */
  public String encodedPath() {
    Matcher variable = VARIABLE.matcher(template);
    StringBuilder path = new StringBuilder();
    int end = 0;
    while (variable.find()) {
      List<String> values = variables.getOrDefault(variable.group(1), List.of());
      String value = values.isEmpty() ? "" : encoded(values.get(0));
      boolean ofSegments = variable.group(2) != null; // whose expression may take slashes
      path.append(literal(template.substring(end, variable.start())))
          .append(ofSegments ? value.replace("%2F", "/") : value);
      end = variable.end();
    }
    return path.append(literal(template.substring(end)))
        .substring(template.startsWith("/") ? 1 : 0);
  }

  /** What stands in a template may be percent-encoded, but need not be. */
  private static String literal(String text) {
    return ILLEGAL.matcher(text).replaceAll(found -> encoded(found.group()));
  }

  /** The query with a question mark before it; empty where there is none. */
  public String encodedQuery() {
    List<String> pairs = new ArrayList<>();
    query.forEach(
        (name, values) -> values.forEach(value -> pairs.add(encoded(name) + "=" + encoded(value))));
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
