package io.triglot.server;

import io.triglot.hosting.Limits;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.http2.HTTP2Connection;
import org.eclipse.jetty.http2.api.Stream;
import org.eclipse.jetty.http2.frames.ResetFrame;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/**
 * Gives up on a body that comes too slowly: after the request timeout, its bytes must have come at
 * the least rate since. A client that sends one from time to time would otherwise hold on to a call
 * and its thread, without ever being silent.
 */
final class BodyPatience {
  private final Request request;
  private final BodyReader reader;
  private final Limits limits;
  private final long begin = System.nanoTime();

  BodyPatience(Request request, BodyReader reader, Limits limits) {
    this.request = request;
    this.reader = reader;
    this.limits = limits;
  }

  /** Watches until the body is complete. */
  void begin(CompletableFuture<byte[]> body) {
    lookAfter(limits.requestTimeout().toMillis(), body);
  }

  private void lookAfter(long millis, CompletableFuture<byte[]> body) {
    var unused =
        request
            .getComponents()
            .getScheduler()
            .schedule(() -> look(body), millis, TimeUnit.MILLISECONDS);
  }

  private void look(CompletableFuture<byte[]> body) {
    if (body.isDone()) {
      return;
    }
    if (reader.bytesRead() < limits.bytesDue(System.nanoTime() - begin)) {
      abort();
      body.completeExceptionally(new TimeoutException("The request body comes too slowly"));
    } else {
      lookAfter(1_000, body);
    }
  }

  private void abort() {
    Connection connection = request.getConnectionMetaData().getConnection();
    if (connection instanceof HTTP2Connection http2) {
      Stream stream = http2.getSession().getStream(Integer.parseInt(request.getId()));
      if (stream != null) {
        stream.reset(
            new ResetFrame(stream.getId(), ErrorCode.CANCEL_STREAM_ERROR.code), Callback.NOOP);
      }
    } else {
      connection.getEndPoint().close();
    }
  }
}
