package io.triglot.server;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.alpn.server.ALPNServerConnection;
import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.http2.HTTP2Connection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;

/**
 * Closes connections on which no request has arrived for too long. A timeout of silence is not
 * enough: a client that sends a byte now and then, of a handshake, of the head of a request or of
 * pings, would keep its connection for hours. Thread-safe.
 */
final class RequestPatience extends Handler.Wrapper implements Connection.Listener {
  private static final long QUIET_NANOS = Duration.ofMillis(250).toNanos();

  private final long patienceNanos;
  private final Map<Connection, Idleness> connections = new ConcurrentHashMap<>();

  /**
   * A handler that sees requests come and go.
   *
   * @param patience how long a connection may be without a request
   */
  RequestPatience(Handler next, Duration patience) {
    super(next);
    patienceNanos = patience.toNanos();
  }

  /** How many requests are being answered on a connection, and since when none was. */
  private static final class Idleness {
    private final AtomicInteger requests = new AtomicInteger();
    private volatile long since = System.nanoTime();

    void begin() {
      requests.incrementAndGet();
    }

    void end() {
      since = System.nanoTime();
      requests.decrementAndGet();
    }
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof HttpConnection
        || connection instanceof HTTP2Connection
        || connection instanceof ALPNServerConnection) {
      connections.put(connection, new Idleness());
    }
  }

  @Override
  public void onClosed(Connection connection) {
    connections.remove(connection);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Idleness idleness = connections.get(request.getConnectionMetaData().getConnection());
    if (idleness != null) {
      idleness.begin();
      Request.addCompletionListener(request, failure -> idleness.end());
    }
    return super.handle(request, response, callback);
  }

  /** Closes the connections that have taken too long; to be called again and again. */
  void look() {
    connections.forEach(
        (connection, idleness) -> {
          if (isBusy(connection)) {
            idleness.since = System.nanoTime();
          } else if (idleness.requests.get() == 0
              && System.nanoTime() - idleness.since > patienceNanos) {
            close(connection);
          }
        });
  }

  /** Whether no connection has a request, or had one just now. */
  boolean isQuiet() {
    long now = System.nanoTime();
    return connections.values().stream()
        .allMatch(idleness -> idleness.requests.get() == 0 && now - idleness.since >= QUIET_NANOS);
  }

  /** Whether no connection has a request. */
  boolean isUnused() {
    return connections.values().stream().allMatch(idleness -> idleness.requests.get() == 0);
  }

  /** Whether there are streams of HTTP/2, which are not only requests but also WebSockets. */
  private static boolean isBusy(Connection connection) {
    return connection instanceof HTTP2Connection http2
        && !http2.getSession().getStreams().isEmpty();
  }

  private static void close(Connection connection) {
    if (connection instanceof HTTP2Connection http2) {
      http2.getSession().close(ErrorCode.NO_ERROR.code, "idle_timeout", Callback.NOOP);
    } else {
      connection.close();
    }
  }
}
