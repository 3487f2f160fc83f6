package io.triglot.hosting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionStage;

/**
 * A port on which an API is served, with a life of its own: it is started once, looked after while
 * it listens, then drained and stopped. {@link GrpcServer#start} has ports live together.
 */
public interface Port {
  /**
   * How many connections may wait to be accepted on each port. Where thousands of clients come back
   * at the same time, the 50 of Java would have most of them wait for seconds to try again.
   */
  int BACKLOG = 1_024;

  /**
   * Listens from now on.
   *
   * @throws UncheckedIOException when the port cannot be had
   */
  void start();

  /** Looks after clients that are too slow; called every second. Does not block. */
  void look();

  /** Takes no new connections; the stage completes when the calls that are open are over. */
  CompletionStage<Void> drain();

  /** After {@link #drain}: closes connections that have no end of their own. */
  void closeSockets();

  /** After {@link #drain}: done when the clients that can be told to leave have left. */
  CompletionStage<Void> left();

  /** After {@link #drain}: whether nobody has made a call for a while, or can. */
  boolean isQuiet();

  /** Whether nothing is being answered. */
  boolean isUnused();

  /** Closes what is still open, and frees the port. */
  void stop();

  /**
   * What to say where a port cannot be had.
   *
   * @param setting the name of the builder's method that chooses it
   */
  static UncheckedIOException cannotListen(
      String host, int port, String setting, IOException cause) {
    return new UncheckedIOException(
        new IOException(
            "Cannot listen on "
                + host
                + ":"
                + port
                + ": "
                + cause.getMessage()
                + ". Choose another port with "
                + setting
                + "(…), or 0 for any free one",
            cause));
  }
}
