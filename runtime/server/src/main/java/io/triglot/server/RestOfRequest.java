package io.triglot.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Ends an exchange whose request may have been answered before all of it had come: the response is
 * sent, then what still comes is dropped, and only then the exchange ends.
 *
 * <p>With HTTP/1.1 the connection ends with it, when the client has closed (RFC 9112, 9.6): one
 * that ended at once would be reset by what comes after. With HTTP/2 Jetty would cancel the stream.
 * Each way the client could lose the response.
 */
final class RestOfRequest implements Callback {
  private final Request request;
  private final JettyRequest arrived;
  private final Callback exchange;
  private final Duration patience;
  private final AtomicBoolean ended = new AtomicBoolean();

  /**
   * The end of one exchange.
   *
   * @param arrived the request as the endpoint has it
   * @param exchange what is told that it ends
   * @param patience how long the client may take
   */
  RestOfRequest(Request request, JettyRequest arrived, Callback exchange, Duration patience) {
    this.request = request;
    this.arrived = arrived;
    this.exchange = exchange;
    this.patience = patience;
  }

  /** The response has been sent. */
  @Override
  public void succeeded() {
    ConnectionMetaData client = request.getConnectionMetaData();
    if (client.getHttpVersion() == HttpVersion.HTTP_2) {
      if (isRead()) {
        exchange.succeeded();
      } else {
        await(limit());
      }
    } else if (client.getConnection().getEndPoint().isInputShutdown()) {
      exchange.succeeded(); // it has gone away, which nothing would tell of again
    } else {
      Scheduler.Task enough = limit();
      Runnable watch = new DisconnectWatch(request, closed -> end(enough))::begin;
      arrived.whenMoreCame(watch, watch);
    }
  }

  @Override
  public void failed(Throwable cause) {
    exchange.failed(cause);
  }

  private void await(Scheduler.Task enough) {
    Runnable drop = () -> drop(enough);
    arrived.whenMoreCame(() -> request.demand(drop), drop);
  }

  private void drop(Scheduler.Task enough) {
    if (isRead()) {
      end(enough);
    } else {
      await(enough);
    }
  }

  /** Drops what has come; whether that was the last of it, or nothing more will come. */
  private boolean isRead() {
    while (true) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        return false;
      }
      chunk.release();
      if (chunk.isLast() || Content.Chunk.isFailure(chunk)) {
        return true;
      }
    }
  }

  private Scheduler.Task limit() {
    return request
        .getComponents()
        .getScheduler()
        .schedule(this::end, patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void end(Scheduler.Task enough) {
    enough.cancel();
    end();
  }

  private void end() {
    if (ended.compareAndSet(false, true)) {
      exchange.succeeded();
    }
  }
}
