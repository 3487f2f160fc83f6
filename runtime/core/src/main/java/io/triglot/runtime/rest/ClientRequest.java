package io.triglot.runtime.rest;

import io.triglot.runtime.CallContext;
import io.triglot.runtime.Download;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.Upload;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The HTTP request of a client's call, while its parts are gathered. */
final class ClientRequest {
  private final RestChannel channel;
  private final OperationDescriptor operation;
  private final String method;
  private final StringBuilder query = new StringBuilder();
  private final StringBuilder form = new StringBuilder();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private String path;
  private String accept = MediaTypes.JSON + ", " + MediaTypes.PROBLEM;
  private String contentType = MediaTypes.JSON;
  private @Nullable Supplier<BodyPublisher> content;
  private @Nullable SentParts parts;
  private boolean uploads;
  private boolean streamed;
  private boolean resumable;

  ClientRequest(
      RestChannel channel, String method, String template, OperationDescriptor operation) {
    this.channel = channel;
    this.operation = operation;
    this.method = method;
    this.path = template;
  }

  /**
   * Fills in a variable of the path.
   *
   * @throws IllegalArgumentException when the value cannot be a segment of a path (RFC 3986,
   *     section 5.2.4, has them removed)
   */
  void path(String name, String value) {
    if (value.isEmpty() || value.equals(".") || value.equals("..")) {
      throw new IllegalArgumentException(
          name + ": no path has \"" + value + "\" as one of its segments");
    }
    path = path.replace("{" + name + "}", PercentEncoding.encodeSegment(value));
  }

  void query(String name, String value) {
    query
        .append(query.length() == 0 ? '?' : '&')
        .append(PercentEncoding.encodeSegment(name))
        .append('=')
        .append(PercentEncoding.encodeSegment(value));
  }

  void content(byte[] json) {
    content(json, MediaTypes.JSON);
  }

  void content(byte[] entity, String mediaType) {
    content = () -> BodyPublishers.ofByteArray(entity);
    contentType = mediaType;
  }

  /** Sets the body to content that is read while it is sent. */
  void content(Upload upload) {
    uploads = true;
    content = () -> SentParts.publisher(List.of(upload));
    contentType = upload.mediaType();
    upload.fileName().ifPresent(name -> header("Content-Disposition", Download.disposition(name)));
  }

  /** Sets the body to lines, which are asked for as they are sent. */
  void lines(Flow.Publisher<ByteBuffer> lines) {
    uploads = true;
    content = () -> BodyPublishers.fromPublisher(lines);
    contentType = MediaTypes.NDJSON;
  }

  /** The parts of the form that the body is, even if there are none. */
  SentParts parts() {
    SentParts known = parts;
    if (known == null) {
      known = new SentParts();
      uploads = true;
      parts = known;
      content = known::publisher;
      contentType = known.mediaType();
    }
    return known;
  }

  /** Adds values of one name to a form, which is the body even if it is empty. */
  void form(String name, List<String> values) {
    for (String value : values) {
      form.append(form.length() == 0 ? "" : "&")
          .append(PercentEncoding.encodeSegment(name))
          .append('=')
          .append(PercentEncoding.encodeSegment(value));
    }
    content(form.toString().getBytes(StandardCharsets.US_ASCII), MediaTypes.FORM);
  }

  /** Adds a cookie. */
  void cookie(String name, String value) {
    headers.merge("Cookie", name + "=" + value, (some, more) -> some + "; " + more);
  }

  void accept(String mediaTypes) {
    accept = mediaTypes;
  }

  /** Sets a header field, which goes before those that every request has. */
  void header(String name, String value) {
    headers.put(name, value);
  }

  /** The answer is content of whatever type, which is read while it comes. */
  void acceptContent() {
    acceptNothing();
    streamed = true;
  }

  /** The answer is a stream that can go on after an event. */
  void resumable() {
    resumable = true;
  }

  /** The answer is a stream. */
  void acceptEvents() {
    accept = MediaTypes.EVENT_STREAM + ", " + MediaTypes.PROBLEM;
  }

  /** The answer has no content, which hosts take for some of whatever type. */
  void acceptNothing() {
    accept = "*/*";
  }

  /** The request of the call that is served on this thread, or that the channel names. */
  Caused caused() {
    return new Caused(this, channel.cause());
  }

  /**
   * A request that is made on behalf of a call.
   *
   * @param cause that call
   * @param key by which the server knows all attempts as one call
   */
  record Caused(ClientRequest request, Optional<CallContext> cause, String key) {
    private Caused(ClientRequest request, Optional<CallContext> cause) {
      this(request, cause, UUID.randomUUID().toString());
    }

    OperationDescriptor operation() {
      return request.operation;
    }

    /** Whether what is answered is read while it comes. */
    boolean streamed() {
      return request.streamed;
    }

    /** Whether the stream that is answered can go on after an event. */
    boolean resumable() {
      return request.resumable;
    }

    /** How often it may be sent again: not where what is sent may be gone. */
    int retries() {
      return request.uploads ? 0 : request.channel.retries(request.operation);
    }

    /** What is left of the deadline of that call. */
    Optional<Duration> remaining() {
      return cause.flatMap(CallContext::remaining);
    }

    /** What is sent. */
    HttpRequest.Builder build() {
      Supplier<BodyPublisher> body = request.content;
      BodyPublisher publisher = body == null ? BodyPublishers.noBody() : body.get();
      HttpRequest.Builder http =
          HttpRequest.newBuilder(URI.create(request.channel.base() + request.path + request.query))
              .method(request.method, publisher)
              .setHeader("Accept", request.accept);
      if (body != null) {
        http.setHeader("Content-Type", request.contentType);
      }
      if (request.channel.hasKeys(request.operation) && !request.uploads) {
        http.setHeader("Idempotency-Key", key);
      }
      cause.ifPresent(call -> call.traceHeaders().forEach(http::setHeader));
      request.headers.forEach(http::setHeader);
      request
          .channel
          .interceptors()
          .forEach(interceptor -> interceptor.prepare(request.operation, http));
      return http;
    }
  }
}
