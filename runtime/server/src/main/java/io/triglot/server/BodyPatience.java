package io.triglot.server;

import io.triglot.hosting.Limits;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
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
  private final LongSupplier bytesRead;
  private final LongSupplier waited;
  private final Limits limits;

  /**
   * Patience with one body.
   *
   * @param bytesRead how much has come so far; asked by any thread
   * @param waited for how many nanoseconds it has been waited for; asked by any thread
   */
  BodyPatience(Request request, LongSupplier bytesRead, LongSupplier waited, Limits limits) {
    this.request = request;
    this.bytesRead = bytesRead;
    this.waited = waited;
    this.limits = limits;
  }

  /** Watches until the body is complete. */
  void begin(CompletableFuture<?> body) {
    lookAfter(limits.requestTimeout().toMillis(), body);
  }

  private void lookAfter(long millis, CompletableFuture<?> body) {
    var unused =
        request
            .getComponents()
            .getScheduler()
            .schedule(() -> look(body), millis, TimeUnit.MILLISECONDS);
  }

  private void look(CompletableFuture<?> body) {
    if (body.isDone()) {
      return;
    }
    if (bytesRead.getAsLong() < limits.bytesDue(waited.getAsLong())) {
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
