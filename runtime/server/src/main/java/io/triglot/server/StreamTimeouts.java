package io.triglot.server;

import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http2.HTTP2Connection;
import org.eclipse.jetty.http2.api.Stream;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Promise;

/**
 * What happens when an HTTP/2 stream has been silent for the idle timeout: a read or a write that
 * waits for the client fails, and a request that waits for its own answer goes on.
 *
 * <p>Jetty 12.1.12 asks a request once, and the next time resets its stream without asking.
 */
final class StreamTimeouts {
  private static final String CHANNEL = HttpChannel.class.getName();

  private StreamTimeouts() {}

  /** Lets a request decide, until it is complete, what the silence of its stream means. */
  static void entrust(Request request) {
    if (request.getConnectionMetaData().getConnection() instanceof HTTP2Connection connection) {
      Stream stream = connection.getSession().getStream(Integer.parseInt(request.getId()));
      if (stream != null) {
        stream.setAttribute(CHANNEL, request.getComponents());
        Request.addCompletionListener(request, failure -> stream.removeAttribute(CHANNEL));
      }
    }
  }

  /** Whether the stream's request has decided; the promise tells whether to reset the stream. */
  static boolean decide(Stream stream, TimeoutException timeout, Promise<Boolean> reset) {
    if (!(stream.getAttribute(CHANNEL) instanceof HttpChannel channel)) {
      return false;
    }
    Runnable consequence = channel.onIdleTimeout(timeout).action();
    // At once, or Jetty would not look at the stream again.
    reset.succeeded(false);
    if (consequence != null) {
      channel.getRequest().getComponents().getExecutor().execute(consequence);
    }
    return true;
  }
}
