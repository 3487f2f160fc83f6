package io.triglot.server;

import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.TextSocket;
import java.util.concurrent.Executor;

/** What answers the WebSockets of one path. Thread-safe. */
interface SocketEndpoint {
  /** The subprotocol that a client has to offer. */
  String subprotocol();

  /**
   * Takes a socket that has just been opened.
   *
   * @param executor threads that may block
   */
  TextSocket.Listener connect(HttpRequest handshake, TextSocket socket, Executor executor);
}
