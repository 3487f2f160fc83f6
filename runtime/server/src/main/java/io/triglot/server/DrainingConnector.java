package io.triglot.server;

import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.Graceful;

/**
 * A connector that can stop to accept without closing what is open. Jetty's own shutdown closes
 * HTTP/1.1 connections that it has not announced to close, and a request may just be on its way.
 */
final class DrainingConnector extends ServerConnector {
  private volatile boolean draining;

  DrainingConnector(Server server, ConnectionFactory... protocols) {
    super(server, protocols);
  }

  /**
   * Refuses new connections, and asks HTTP/2 clients by GOAWAY to leave.
   *
   * @return done when the HTTP/2 clients have left
   */
  CompletableFuture<Void> drain() {
    draining = true;
    setAccepting(false);
    close();
    return Graceful.shutdown(this);
  }

  /** Not to be begun again, once it is over, by a limit of connections that has room again. */
  @Override
  public void setAccepting(boolean accepting) {
    super.setAccepting(accepting && !draining);
  }

  /**
   * Never, as far as the connections ask. Jetty would close its side of one after a response that
   * was begun before the shutdown, and so does not say that it is the last.
   */
  @Override
  public boolean isShutdown() {
    return false;
  }

  /**
   * Not to end the accepting of a connector that goes on with what it has: closing its channel is
   * enough. A virtual thread that is interrupted may just have accepted a connection, which the JDK
   * then forgets without closing it, so that its client would wait without an end.
   */
  @Override
  protected void interruptAcceptors() {
    if (!isRunning()) {
      super.interruptAcceptors();
    }
  }

  @Override
  protected boolean handleAcceptFailure(Throwable failure) {
    return !draining && super.handleAcceptFailure(failure);
  }
}
