package io.triglot.runtime;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The cookies of a call, by their names.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265#section-4.2">RFC 6265, section 4.2</a>
 */
public final class RequestCookies {
  private RequestCookies() {}

  /** The cookies that a request has; the first one of each name. */
  public static Map<String, String> of(CallRequest request) {
    Map<String, String> cookies = new LinkedHashMap<>();
    for (String pair : request.header("cookie").orElse("").split(";", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String value = pair.substring(equals + 1).strip();
        cookies.putIfAbsent(
            pair.substring(0, equals).strip(),
            value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value);
      }
    }
    return cookies;
  }
}
