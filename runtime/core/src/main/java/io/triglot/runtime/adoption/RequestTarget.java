package io.triglot.runtime.adoption;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
      Pattern.compile("\\{\\s*([\\w.-]+)\\s*(?::(?:[^{}]|\\{[^{}]*})*)?}");

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
    more.put(name, texts(value).toList());
    return more;
  }

  private static Stream<String> texts(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.stream().flatMap(RequestTarget::texts);
    }
    if (value instanceof Collection<?> several) {
      return several.stream().flatMap(RequestTarget::texts);
    }
    if (value instanceof Object[] several) {
      return Stream.of(several).flatMap(RequestTarget::texts);
    }
    return Stream.of(value instanceof Enum<?> constant ? constant.name() : value.toString());
  }

  /** The path and the query, encoded, relative to where the application is. */
  public URI uri() {
    return URI.create("./" + encodedPath() + encodedQuery());
  }

  /** The path, without a slash at its beginning, and with the values percent-encoded. */
  String encodedPath() {
    Matcher variable = VARIABLE.matcher(template);
    StringBuilder path = new StringBuilder();
    while (variable.find()) {
      List<String> values = variables.getOrDefault(variable.group(1), List.of());
      variable.appendReplacement(
          path, Matcher.quoteReplacement(values.isEmpty() ? "" : encoded(values.get(0))));
    }
    return variable.appendTail(path).substring(template.startsWith("/") ? 1 : 0);
  }

  /** The query with a question mark before it; empty where there is none. */
  String encodedQuery() {
    List<String> pairs = new ArrayList<>();
    query.forEach(
        (name, values) -> values.forEach(value -> pairs.add(encoded(name) + "=" + encoded(value))));
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
