package io.triglot.runtime.http;

import java.util.concurrent.CompletionStage;

/** An open WebSocket (RFC 6455) that carries text, as a host hands it over. Thread-safe. */
public interface TextSocket {
  /**
   * Sends a text message after those sent before.
   *
   * @return a stage that ends when the message has left, so that the sender can wait for a slow
   *     client, and fails when it cannot be sent
   */
  CompletionStage<Void> send(String text);

  /** Closes the socket with a status code and a reason of at most 123 bytes in UTF-8. */
  void close(int code, String reason);

  /** What receives the messages of one socket. The host calls it by one thread at a time. */
  interface Listener {
    /** A text message has come. */
    void onText(String text);

    /** The socket is closed, by whichever side. The last call. */
    void onClosed();
  }
}
