package io.triglot.runtime.graphql;

import io.triglot.runtime.CallException;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.Upload;
import io.triglot.runtime.http.FormParts;
import io.triglot.runtime.http.FormParts.FormPart;
import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.LimitedBody;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A request with files (GraphQL multipart request specification, version 2): the JSON of the
 * request in the field {@code operations}, and in {@code map} where in it which file belongs.
 */
final class MultipartRequest implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(MultipartRequest.class);

  /** Fields of which no page can send one to another origin without asking first. */
  private static final List<String> PREFLIGHT =
      List.of("GraphQL-Require-Preflight", "Apollo-Require-Preflight", "X-Apollo-Operation-Name");

  private static final int MAX_JSON_BYTES = 4 * 1024 * 1024;

  private final FormParts form;

  private MultipartRequest(FormParts form) {
    this.form = form;
  }

  /** Whether a browser would have asked before it sent the request for a page of another origin. */
  static boolean isAskedFor(HttpRequest request) {
    return PREFLIGHT.stream()
        .anyMatch(name -> request.header(name).filter(value -> !value.isBlank()).isPresent());
  }

  /** The header fields of which a client has to send one. */
  static String preflight() {
    return String.join(", ", PREFLIGHT);
  }

  /** Reads all parts. */
  static MultipartRequest read(HttpRequest request) {
    try {
      return new MultipartRequest(request.parts());
    } catch (IOException broken) {
      throw new MalformedRequestException("body", "could not be read to its end");
    } catch (CallException refused) {
      if (refused.failure().code() == StatusCode.INVALID_ARGUMENT) {
        throw new MalformedRequestException(refused.failure());
      }
      throw refused;
    }
  }

  /**
   * The request, with the files where they belong.
   *
   * @throws MalformedRequestException when it is none
   */
  GraphQlParameters parameters() {
    if (form.parts().size() > FormParts.MAX_PARTS) {
      throw new MalformedRequestException(
          "body", "has more than " + FormParts.MAX_PARTS + " parts");
    }
    byte[] operations = json("operations");
    if (GraphQlJson.isArray(operations)) {
      throw new MalformedRequestException(
          "operations", "must be one request where there are files");
    }
    Map<String, @Nullable Object> request = GraphQlJson.object(operations, "operations");
    GraphQlJson.object(json("map"), "map")
        .forEach((name, paths) -> place(request, name, paths, file(name)));
    return GraphQlParameters.of(request);
  }

  private static void place(
      Map<String, @Nullable Object> request, String name, @Nullable Object paths, Upload file) {
    if (!(paths instanceof List<?> places) || places.size() > FormParts.MAX_PARTS) {
      throw new MalformedRequestException("map." + name, "must be an array of paths");
    }
    for (Object path : places) {
      if (!(path instanceof String text) || !put(request, List.of(text.split("\\.", -1)), file)) {
        throw new MalformedRequestException(
            "map." + name, "expected the path of a variable that is null, got " + path);
      }
    }
  }

  /** Puts a file in the place of null; false where there is no such place. */
  private static boolean put(
      Map<String, @Nullable Object> request, List<String> path, Upload file) {
    Object container = request;
    for (String step : path.subList(0, path.size() - 1)) {
      container = member(container, step).orElse("");
    }
    return path.size() > 1
        && path.get(0).equals("variables")
        && replace(container, last(path), file);
  }

  private static String last(List<String> path) {
    return path.get(path.size() - 1);
  }

  private static Optional<Object> member(Object container, String step) {
    if (container instanceof Map<?, ?> object) {
      return Optional.ofNullable(object.get(step));
    }
    return container instanceof List<?> list && isIndex(list, step)
        ? Optional.ofNullable(list.get(Integer.parseInt(step)))
        : Optional.empty();
  }

  @SuppressWarnings("unchecked") // JSON has no other keys
  private static boolean replace(Object container, String step, Upload file) {
    if (container instanceof Map<?, ?> object
        && object.containsKey(step)
        && object.get(step) == null) {
      ((Map<String, Object>) object).put(step, file);
      return true;
    }
    if (container instanceof List<?> list
        && isIndex(list, step)
        && list.get(Integer.parseInt(step)) == null) {
      ((List<Object>) list).set(Integer.parseInt(step), file);
      return true;
    }
    return false;
  }

  private static boolean isIndex(List<?> list, String step) {
    return step.matches("\\d{1,6}") && Integer.parseInt(step) < list.size();
  }

  private byte[] json(String name) {
    Upload field = find(name);
    if (field == null) {
      throw new MalformedRequestException(name, "is missing");
    }
    try (InputStream content = field.stream()) {
      byte[] bytes = content.readNBytes(MAX_JSON_BYTES + 1);
      if (bytes.length > MAX_JSON_BYTES) {
        throw LimitedBody.tooLarge(MAX_JSON_BYTES);
      }
      return bytes;
    } catch (IOException e) {
      throw new CallException(Failure.of(StatusCode.INTERNAL, "Internal error"), e);
    }
  }

  private Upload file(String name) {
    Upload file = find(name);
    if (file == null) {
      throw new MalformedRequestException("map." + name, "has no file");
    }
    return file;
  }

  private @Nullable Upload find(String name) {
    return form.parts().stream()
        .filter(part -> part.name().equals(name))
        .map(FormPart::content)
        .findFirst()
        .orElse(null);
  }

  /** Deletes what has been kept. */
  @Override
  public void close() {
    try {
      form.close();
    } catch (IOException e) {
      log.warn("The files of a request could not be deleted", e);
    }
  }
}
