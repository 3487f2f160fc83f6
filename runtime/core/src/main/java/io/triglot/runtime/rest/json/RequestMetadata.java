package io.triglot.runtime.rest.json;

import io.triglot.runtime.CallContext;
import io.triglot.runtime.Failure;
import io.triglot.runtime.RequestCookies;
import org.jspecify.annotations.Nullable;

/**
 * Values of parameters that are in the headers of a request, whatever its protocol: HTTP's header
 * fields and cookies, gRPC's metadata, and what a client says when it opens a WebSocket.
 *
 * <p>What is absent and has to be there, or cannot be read, fails with {@code INVALID_ARGUMENT} and
 * the name of the header or cookie.
 */
public final class RequestMetadata {
  private RequestMetadata() {}

  /** The value of a header, which must be there. */
  public static <T> T header(CallContext call, String name, TextForm<T> form) {
    return required(name, headerOrNull(call, name, form), form);
  }

  /** The value of a header, or null where it is absent. */
  public static <T> @Nullable T headerOrNull(CallContext call, String name, TextForm<T> form) {
    return read(name, call.header(name).orElse(null), form);
  }

  /** The value of a cookie, which must be there. */
  public static <T> T cookie(CallContext call, String name, TextForm<T> form) {
    return required(name, cookieOrNull(call, name, form), form);
  }

  /** The value of a cookie, or null where it is absent. */
  public static <T> @Nullable T cookieOrNull(CallContext call, String name, TextForm<T> form) {
    return read(name, RequestCookies.of(call.request()).get(name), form);
  }

  private static <T> @Nullable T read(String name, @Nullable String text, TextForm<T> form) {
    return text == null ? null : form.read(name, text.strip());
  }

  private static <T> T required(String name, @Nullable T value, TextForm<T> form) {
    if (value == null) {
      throw Failure.invalid(name, "is required; expected " + form.expectation()).asException();
    }
    return value;
  }
}
