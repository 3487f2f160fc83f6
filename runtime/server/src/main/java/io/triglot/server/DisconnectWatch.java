package io.triglot.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Notices that the client of an HTTP/1.1 exchange goes away while nothing is being written to it.
 * Jetty does not read from a connection between a request and the end of its response, so a quiet
 * stream would learn of it only with its next piece. (HTTP/2 reads all the time.)
 *
 * <p>What the client sends meanwhile is dropped: the connection must not be used again.
 */
final class DisconnectWatch implements Callback {
  private final EndPoint connection;
  private final Consumer<Throwable> gone;
  private final ByteBuffer dropped = BufferUtil.allocate(512);

  DisconnectWatch(Request request, Consumer<Throwable> gone) {
    this.connection = request.getConnectionMetaData().getConnection().getEndPoint();
    this.gone = gone;
  }

  void begin() {
    connection.tryFillInterested(this);
  }

  /** There is something to read. */
  @Override
  public void succeeded() {
    try {
      int read;
      do {
        BufferUtil.clear(dropped);
        read = connection.fill(dropped);
      } while (read > 0);
      if (read < 0) {
        gone.accept(new EofException("The client has gone away"));
      } else {
        begin();
      }
    } catch (IOException e) {
      gone.accept(e);
    }
  }

  @Override
  public void failed(Throwable cause) {
    gone.accept(cause);
  }
}
