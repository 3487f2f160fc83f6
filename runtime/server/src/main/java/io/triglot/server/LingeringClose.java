package io.triglot.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Ends an HTTP/1.1 connection whose request was answered before all of it had come: the response is
 * sent, then what still comes is dropped until the client closes, and only then the connection ends
 * (RFC 9112, 9.6). A connection that ended at once would be reset by what comes after, and the
 * client could lose the response.
 */
final class LingeringClose implements Callback {
  private final Request request;
  private final Callback exchange;
  private final Duration patience;
  private final AtomicBoolean ended = new AtomicBoolean();

  /**
   * The end of one exchange.
   *
   * @param exchange what is told when the connection may end
   * @param patience how long the client may take to close
   */
  LingeringClose(Request request, Callback exchange, Duration patience) {
    this.request = request;
    this.exchange = exchange;
    this.patience = patience;
  }

  /** The response has been sent, and with it the end of what the client has to read. */
  @Override
  public void succeeded() {
    Scheduler.Task enough =
        request
            .getComponents()
            .getScheduler()
            .schedule(this::end, patience.toMillis(), TimeUnit.MILLISECONDS);
    new DisconnectWatch(
            request,
            closed -> {
              enough.cancel();
              end();
            })
        .begin();
  }

  @Override
  public void failed(Throwable cause) {
    exchange.failed(cause);
  }

  private void end() {
    if (ended.compareAndSet(false, true)) {
      exchange.succeeded();
    }
  }
}
