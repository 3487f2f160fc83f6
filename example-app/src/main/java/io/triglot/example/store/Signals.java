package io.triglot.example.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of what was committed, in each process that has the database open: by {@code NOTIFY} and
 * {@code LISTEN} of PostgreSQL. Of an embedded database there is one process, which is told at
 * once.
 *
 * <p>Thread-safe.
 */
public final class Signals implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Signals.class);
  private static final int PAUSE_MILLIS = 1_000;

  private final String url;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private volatile @Nullable Connection connection;
  private volatile boolean closed;

  private Signals(String url) {
    this.url = url;
  }

  /** Hears what is sent on a subject, and when something of it may have been missed. */
  private record Listener(String subject, Consumer<String> heard, Runnable missed) {}

  /**
   * Signals of a database.
   *
   * @param url its JDBC URL
   */
  public static Signals of(String url) throws SQLException {
    Signals signals = new Signals(url);
    if (url.startsWith("jdbc:postgresql:")) {
      signals.connect();
      Thread thread = new Thread(signals::listen, "shop-signals");
      thread.setDaemon(true);
      thread.start();
    }
    return signals;
  }

  /** Sends a text of a few thousand letters at most, once the transaction is committed. */
  public void send(Handle tx, String subject, String text) {
    if (connection == null) {
      tx.afterCommit(() -> hear(subject, text));
    } else {
      tx.execute("select pg_notify('shop', ?)", subject + " " + text);
    }
  }

  /**
   * Listens to what is sent from now on, by whichever process.
   *
   * @param heard takes each text, in the order of the commits; must not block
   * @param missed is called where some may not have been heard
   */
  public void listen(String subject, Consumer<String> heard, Runnable missed) {
    listeners.add(new Listener(subject, heard, missed));
  }

  @Override
  public void close() {
    closed = true;
    disconnect();
  }

  private void connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("tcpKeepAlive", "true");
    Connection opened = DriverManager.getConnection(url, properties);
    connection = opened;
    try (Statement statement = opened.createStatement()) {
      statement.execute("listen shop");
    }
  }

  private void disconnect() {
    Connection open = connection;
    if (open != null) {
      try {
        open.abort(Runnable::run); // also while another thread waits for notifications
      } catch (SQLException gone) {
        log.debug("The connection was gone", gone);
      }
    }
  }

  private void listen() {
    while (!closed) {
      try {
        PGConnection notified = Objects.requireNonNull(connection).unwrap(PGConnection.class);
        for (PGNotification each : notified.getNotifications(0)) {
          String[] parts = each.getParameter().split(" ", 2);
          hear(parts[0], parts[1]);
        }
      } catch (SQLException lost) {
        reconnect(lost);
      }
    }
    disconnect();
  }

  private void reconnect(SQLException lost) {
    try {
      disconnect();
      if (!closed) {
        log.warn("The shop does not hear of other instances any more", lost);
        Thread.sleep(PAUSE_MILLIS);
        connect();
        listeners.forEach(each -> each.missed().run());
      }
    } catch (SQLException stillGone) {
      disconnect(); // the next round tries again
      log.debug("The database cannot be reached", stillGone);
    } catch (InterruptedException closing) {
      closed = true;
    }
  }

  private void hear(String subject, String text) {
    for (Listener each : listeners) {
      if (each.subject().equals(subject)) {
        try {
          each.heard().accept(text);
        } catch (RuntimeException failed) { // of which the others are not to suffer
          log.warn("A signal was not understood: {} {}", subject, text, failed);
        }
      }
    }
  }
}
