package io.triglot.runtime.http;

import io.triglot.runtime.Download;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.function.UnaryOperator;

/**
 * An HTTP response. Immutable.
 *
 * @param status the status code
 * @param headers the header fields in order; names may repeat. {@code Content-Length} is the host's
 * @param body what follows them
 */
public record HttpResponse(int status, List<Map.Entry<String, String>> headers, Body body)
    implements Download.Response<HttpResponse> {
  /** Takes a copy of the list. */
  public HttpResponse {
    headers = List.copyOf(headers);
  }

  /** The content of a response. */
  public sealed interface Body {
    /** No content at all. */
    record None() implements Body {}

    /** Content that is there as a whole. The array is not copied and must not change. */
    @SuppressWarnings("ArrayRecordComponent") // a body is compared by nobody
    record Whole(byte[] bytes) implements Body {}

    /**
     * Content that comes in pieces, each to be flushed as it comes. The host subscribes once, asks
     * for no more than it can write, and cancels when the client goes away. A failure of the
     * publisher breaks the connection off.
     */
    record Pieces(Flow.Publisher<byte[]> publisher) implements Body {}

    /**
     * Content that is written by a thread that may block. The host has it written once, or discards
     * it. A failure breaks the connection off.
     */
    record Written(Download content) implements Body {}
  }

  /** A response without headers or content. */
  public static HttpResponse of(int status) {
    return new HttpResponse(status, List.of(), new Body.None());
  }

  /** A response with content of a media type. */
  public static HttpResponse of(int status, String mediaType, byte[] content) {
    return new HttpResponse(
        status, List.of(Map.entry("Content-Type", mediaType)), new Body.Whole(content));
  }

  /** A response with text, in UTF-8, of a media type. */
  public static HttpResponse of(int status, String mediaType, String content) {
    return of(status, mediaType, content.getBytes(StandardCharsets.UTF_8));
  }

  /** A response with streamed content of a media type. */
  public static HttpResponse of(int status, String mediaType, Flow.Publisher<byte[]> pieces) {
    return new HttpResponse(
        status, List.of(Map.entry("Content-Type", mediaType)), new Body.Pieces(pieces));
  }

  /**
   * The same response with the time, in whole seconds, after which another try is worth it (RFC
   * 9110, section 10.2.3).
   */
  public HttpResponse retryAfter(Optional<Duration> delay) {
    return delay
        .map(time -> String.valueOf(time.plusNanos(999_999_999).getSeconds()))
        .map(seconds -> header("Retry-After", seconds))
        .orElse(this);
  }

  @Override
  public HttpResponse delivering(UnaryOperator<Download> content) {
    return body instanceof Body.Written written
        ? new HttpResponse(status, headers, new Body.Written(content.apply(written.content())))
        : this;
  }

  /** The same response with one more header field. */
  public HttpResponse header(String name, String value) {
    List<Map.Entry<String, String>> more = new ArrayList<>(headers);
    more.add(Map.entry(name, value));
    return new HttpResponse(status, more, body);
  }
}
