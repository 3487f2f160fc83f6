package io.triglot.runtime.rest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** How a stream of JSON documents is laid out in the body of a response. */
enum StreamFormat {
  /**
   * Server-sent events: each document is the data of one event without a name; a failure is the
   * problem in a last event named {@code error}.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML</a>
   */
  EVENT_STREAM(MediaTypes.EVENT_STREAM, "data: ", "\n\n", "event: error\ndata: ", "\n\n", ":\n\n"),

  /** A line for each document; a failure is the problem as member {@code error} of a last one. */
  NDJSON(MediaTypes.NDJSON, "", "\n", "{\"error\":", "}\n", ""),

  /** One array of all documents, in which a failure has no place. */
  ARRAY(MediaTypes.JSON, ",", "", "", "", "\n");

  private final String mediaType;
  private final String beforeElement;
  private final String afterElement;
  private final String beforeFailure;
  private final String afterFailure;
  private final String nothing;

  StreamFormat(
      String mediaType,
      String beforeElement,
      String afterElement,
      String beforeFailure,
      String afterFailure,
      String nothing) {
    this.mediaType = mediaType;
    this.beforeElement = beforeElement;
    this.afterElement = afterElement;
    this.beforeFailure = beforeFailure;
    this.afterFailure = afterFailure;
    this.nothing = nothing;
  }

  /** The format that a client likes best; server-sent events where it takes none. */
  static StreamFormat accepted(List<String> accept) {
    List<String> offered = Stream.of(values()).map(StreamFormat::mediaType).toList();
    return MediaTypes.negotiate(accept, offered)
        .map(type -> values()[offered.indexOf(type)])
        .orElse(EVENT_STREAM);
  }

  String mediaType() {
    return mediaType;
  }

  /**
   * The piece that carries one element.
   *
   * @param first whether it is the first one
   */
  byte[] element(StreamElement element, boolean first) {
    String id = element.id();
    String before =
        switch (this) {
          case EVENT_STREAM -> (id == null ? "" : "id: " + id + "\n") + beforeElement;
          case NDJSON -> beforeElement;
          case ARRAY -> first ? "[" : beforeElement;
        };
    return piece(before, element.json(), afterElement);
  }

  /**
   * The piece that ends a stream that has not failed.
   *
   * @param empty whether it had no element
   */
  byte[] end(boolean empty) {
    String text = this == ARRAY ? empty ? "[]" : "]" : "";
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether a stream can tell why it ends; else it has to break off. */
  boolean tellsFailures() {
    return this != ARRAY;
  }

  /** The piece that tells after what time clients connect again; empty where there is none. */
  byte[] retry(Duration time) {
    String text =
        this == EVENT_STREAM && !time.isZero() ? "retry: " + time.toMillis() + "\n\n" : "";
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The piece that tells why the stream ends. */
  byte[] failure(Problem problem) {
    return piece(beforeFailure, problem.json(), afterFailure);
  }

  /** A piece that carries nothing, to keep the connection in use. */
  byte[] nothing() {
    return nothing.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] piece(String before, byte[] json, String after) {
    ByteArrayOutputStream piece =
        new ByteArrayOutputStream(before.length() + json.length + after.length());
    piece.writeBytes(before.getBytes(StandardCharsets.UTF_8));
    piece.writeBytes(json);
    piece.writeBytes(after.getBytes(StandardCharsets.UTF_8));
    return piece.toByteArray();
  }
}
