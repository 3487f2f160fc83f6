package io.triglot.server;

import io.triglot.runtime.Download;
import io.triglot.runtime.http.HttpResponse;
import io.triglot.runtime.http.HttpResponse.Body.None;
import io.triglot.runtime.http.HttpResponse.Body.Pieces;
import io.triglot.runtime.http.HttpResponse.Body.Whole;
import io.triglot.runtime.http.HttpResponse.Body.Written;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** Writes the response to one request through Jetty. */
final class ResponseWriter {
  private final Request request;
  private final Response response;
  private final Callback callback;
  private final Duration patience;
  private final BooleanSupplier draining;
  private final JettyRequest arrived;

  /**
   * A writer of one response.
   *
   * @param patience how long a client may take to finish a request that was answered unread
   * @param draining whether the client is to leave
   * @param arrived the request as the endpoint has it
   */
  ResponseWriter(
      Request request,
      Response response,
      Callback callback,
      Duration patience,
      BooleanSupplier draining,
      JettyRequest arrived) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.patience = patience;
    this.draining = draining;
    this.arrived = arrived;
  }

  void write(HttpResponse answer) {
    // Where a body was not read and has not arrived whole, a connection of HTTP/1.1 cannot be used
    // again. To find that out before the head of the response leaves lets Jetty say so there.
    boolean whole = !isHttp2() && request.consumeAvailable();
    Callback last = whole ? callback : new RestOfRequest(request, arrived, callback, patience);
    response.setStatus(answer.status());
    HttpFields.Mutable headers = response.getHeaders();
    for (Map.Entry<String, String> header : answer.headers()) {
      headers.add(header.getKey(), placed(header));
    }
    Optional<CompletionStage<Void>> departure = arrived.answer();
    boolean leaving = draining.getAsBoolean() && !isHttp2(); // which has been told by GOAWAY
    if (departure.isPresent() || leaving) {
      headers.put(HttpHeader.CONNECTION, "close");
    }
    if (answer.body() instanceof Whole content) {
      headers.put(HttpHeader.CONTENT_LENGTH, content.bytes().length);
      writeAll(isHead() ? BufferUtil.EMPTY_BUFFER : ByteBuffer.wrap(content.bytes()), last);
    } else if (answer.body() instanceof Written written && !isHead()) {
      written.content().length().ifPresent(n -> headers.put(HttpHeader.CONTENT_LENGTH, n));
      request.getComponents().getExecutor().execute(() -> write(written.content(), last));
    } else if (answer.body() instanceof Pieces pieces && !isHead()) {
      new PiecesWriter(request, response, callback, departure).write(pieces.publisher());
    } else {
      if (answer.body() instanceof None && mayHaveContent(answer.status())) {
        headers.put(HttpHeader.CONTENT_LENGTH, 0);
      }
      writeAll(BufferUtil.EMPTY_BUFFER, last);
    }
  }

  /** Writes on this thread, which waits for the client. */
  private void write(Download content, Callback last) {
    try {
      content.writeTo(Content.Sink.asOutputStream(new Unended(response)));
    } catch (IOException | RuntimeException | Error failure) {
      fail(failure);
      return;
    }
    writeAll(BufferUtil.EMPTY_BUFFER, last);
  }

  /**
   * The content of a response to which the end is still to come, whoever closes its stream: a
   * writer that fails and closes would otherwise make half of a file look whole.
   */
  private record Unended(Content.Sink sink) implements Content.Sink {
    @Override
    public void write(boolean last, ByteBuffer bytes, Callback callback) {
      sink.write(false, bytes, callback);
    }
  }

  /** The value of a header; a place on this server is told as the client finds it. */
  private String placed(Map.Entry<String, String> header) {
    boolean own = header.getKey().equals("Location") && header.getValue().startsWith("/");
    return own ? ForwardedCustomizer.prefix(request) + header.getValue() : header.getValue();
  }

  /** Answers 500 where nothing has been written yet, else breaks the response off. */
  void fail(Throwable failure) {
    callback.failed(new QuietException.Exception(failure)); // its log is our caller's matter
  }

  private void writeAll(ByteBuffer content, Callback last) {
    response.write(true, content, last);
  }

  private boolean isHttp2() {
    return request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2;
  }

  private boolean isHead() {
    return HttpMethod.HEAD.is(request.getMethod());
  }

  /** RFC 9110, 8.6: no Content-Length with 1xx, 204 and 304. */
  private static boolean mayHaveContent(int status) {
    return status >= 200
        && status != HttpStatus.NO_CONTENT_204
        && status != HttpStatus.NOT_MODIFIED_304;
  }
}
