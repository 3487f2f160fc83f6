package io.triglot.runtime.rest;

import io.triglot.runtime.CallException;
import io.triglot.runtime.Failure;
import io.triglot.runtime.JsonValues;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.adoption.ResponseFailure;
import io.triglot.runtime.rest.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The entities of a JAX-RS resource on the side of its clients: strings and bytes are what they are
 * in any media type (Jakarta REST 3.1, section 4.2.4), all else is JSON.
 */
final class Entities {
  private static final Pattern JSON = Pattern.compile("application/(json|[^;]+\\+json).*");
  private static final Pattern CHARSET = Pattern.compile("(?i).*;\\s*charset=\"?([\\w-]+).*");

  private Entities() {}

  static byte[] write(Object value, Type type, EntityFormat format) {
    if (value instanceof byte[] bytes) {
      return bytes;
    }
    if (value instanceof String || value instanceof Character) {
      return value.toString().getBytes(StandardCharsets.UTF_8);
    }
    try {
      return format.write(value, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The entity of a response.
   *
   * @throws RestCallException for a status other than 2xx, and for what cannot be read
   */
  static @Nullable Object read(RestAnswer response, Type type, EntityFormat format) {
    int status = response.status();
    if (status < 200 || status > 299) {
      throw new RestCallException(status, failure(response), null);
    }
    if (type == Void.class) {
      return null;
    }
    try {
      return read(response.content(), contentType(response), type, format);
    } catch (IOException | RuntimeException e) {
      String message = "The answer cannot be read: " + e.getMessage();
      throw new RestCallException(status, Failure.of(StatusCode.INTERNAL, message), e);
    }
  }

  private static @Nullable Object read(
      byte[] content, String contentType, Type type, EntityFormat format) throws IOException {
    if (type == byte[].class) {
      return content;
    }
    if (type == String.class) {
      return content.length == 0 ? null : text(content, contentType);
    }
    if (type == Character.class && contentType.startsWith("text/")) {
      return text(content, contentType).charAt(0);
    }
    return format.read(content.length == 0 ? absent(type) : content, type);
  }

  /** Of nothing there are no elements; else it is null. */
  private static byte[] absent(Type type) {
    Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
    boolean several =
        raw instanceof Class<?> known
            && (known.isArray() || Iterable.class.isAssignableFrom(known));
    boolean map = raw instanceof Class<?> known && Map.class.isAssignableFrom(known);
    return (several ? "[]" : map ? "{}" : "null").getBytes(StandardCharsets.UTF_8);
  }

  /** Details are text, as they are where gRPC tells them. */
  private static Failure failure(RestAnswer response) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : ResponseFailure.HEADERS) {
      response.headers().firstValue(name).ifPresent(value -> headers.put(name, value));
    }
    Failure failure = ResponseFailure.of(response.status(), entity(response), headers);
    Map<String, @Nullable Object> details = new LinkedHashMap<>();
    failure
        .details()
        .forEach(
            (name, value) ->
                details.put(name, value instanceof String text ? text : JsonValues.text(value)));
    return new Failure(
        failure.code(), failure.reason(), failure.message(), failure.violations(), details);
  }

  /** As far as it tells something to a program: JSON, or plain text. */
  private static @Nullable Object entity(RestAnswer response) {
    String type = contentType(response);
    try {
      return JSON.matcher(type).matches()
          ? JsonReader.readAnswer(response.content(), JsonReader::json)
          : type.startsWith("text/plain") ? text(response.content(), type) : null;
    } catch (CallException malformed) {
      return null;
    }
  }

  private static String text(byte[] content, String contentType) {
    Matcher charset = CHARSET.matcher(contentType);
    return new String(
        content,
        charset.matches() && Charset.isSupported(charset.group(1))
            ? Charset.forName(charset.group(1))
            : StandardCharsets.UTF_8);
  }

  private static String contentType(RestAnswer response) {
    return response.headers().firstValue("Content-Type").orElse("");
  }
}
