package io.triglot.runtime.adoption;

import io.triglot.runtime.rest.json.TextForm;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The header fields that a generated client sends with a call: those that its method has parameters
 * for, cookies included. Immutable.
 *
 * @param fields the values by the names of the fields
 */
public record RequestHeaders(Map<String, String> fields) {
  /** No fields. */
  public static final RequestHeaders NONE = new RequestHeaders(Map.of());

  /** Takes a copy. */
  public RequestHeaders {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** The same with one more field; without it where there is no value. */
  public RequestHeaders header(String name, @Nullable Object value) {
    return ParameterText.of(value).findFirst().map(text -> with(name, text)).orElse(this);
  }

  /** The same with one more cookie; without it where there is no value. */
  public RequestHeaders cookie(String name, @Nullable Object value) {
    String others = fields.containsKey("Cookie") ? fields.get("Cookie") + "; " : "";
    return ParameterText.of(value)
        .findFirst()
        .map(text -> with("Cookie", others + name + "=" + text))
        .orElse(this);
  }

  /** The same with one more field; without it where there is no value. */
  public <T> RequestHeaders header(String name, @Nullable T value, TextForm<T> form) {
    return header(name, value == null ? null : form.format(value));
  }

  /** The same with one more cookie; without it where there is no value. */
  public <T> RequestHeaders cookie(String name, @Nullable T value, TextForm<T> form) {
    return cookie(name, value == null ? null : form.format(value));
  }

  private RequestHeaders with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(fields);
    more.put(name, value);
    return new RequestHeaders(more);
  }
}
