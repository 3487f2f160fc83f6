package io.triglot.server;

import io.triglot.runtime.http.HttpResponse;
import io.triglot.runtime.http.HttpResponse.Body.None;
import io.triglot.runtime.http.HttpResponse.Body.Pieces;
import io.triglot.runtime.http.HttpResponse.Body.Whole;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
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
  private final BooleanSupplier draining;

  /**
   * A writer of one response.
   *
   * @param draining whether the client is to leave
   */
  ResponseWriter(Request request, Response response, Callback callback, BooleanSupplier draining) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.draining = draining;
  }

  void write(HttpResponse answer) {
    // Where a body was not read and has not arrived whole, the connection cannot be used again. To
    // find that out before the head of the response leaves lets Jetty say so there.
    request.consumeAvailable();
    response.setStatus(answer.status());
    HttpFields.Mutable headers = response.getHeaders();
    for (Map.Entry<String, String> header : answer.headers()) {
      headers.add(header.getKey(), header.getValue());
    }
    if (draining.getAsBoolean() && !isHttp2()) { // which has been told by GOAWAY
      headers.put(HttpHeader.CONNECTION, "close");
    }
    if (answer.body() instanceof Whole whole) {
      headers.put(HttpHeader.CONTENT_LENGTH, whole.bytes().length);
      writeAll(isHead() ? BufferUtil.EMPTY_BUFFER : ByteBuffer.wrap(whole.bytes()));
    } else if (answer.body() instanceof Pieces pieces && !isHead()) {
      new PiecesWriter(request, response, callback).write(pieces.publisher());
    } else {
      if (answer.body() instanceof None && mayHaveContent(answer.status())) {
        headers.put(HttpHeader.CONTENT_LENGTH, 0);
      }
      writeAll(BufferUtil.EMPTY_BUFFER);
    }
  }

  /** Answers 500 where nothing has been written yet, else breaks the response off. */
  void fail(Throwable failure) {
    callback.failed(new QuietException.Exception(failure)); // its log is our caller's matter
  }

  private void writeAll(ByteBuffer content) {
    response.write(true, content, callback);
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
