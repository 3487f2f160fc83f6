package io.triglot.hosting;

import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * A line of the access log, {@code io.triglot.access}: a message, and key-value pairs. What a
 * client has chosen cannot make it look like another line. Not thread-safe.
 */
public final class AccessLine {
  private static final Logger log = LoggerFactory.getLogger("io.triglot.access");

  private LoggingEventBuilder line = log.atInfo();

  /** A line without anything in it. */
  public AccessLine() {}

  /** Adds a pair. */
  public AccessLine with(String key, Object value) {
    line = line.addKeyValue(key, value instanceof String text ? plain(text) : value);
    return this;
  }

  /**
   * Writes it.
   *
   * @param client the client's address, where it is known
   * @param nanos how long it has taken, in nanoseconds
   * @param message what has ended, without the time
   */
  public void write(@Nullable Object client, long nanos, String message) {
    if (client instanceof InetSocketAddress address && address.getAddress() != null) {
      with("client", address.getAddress().getHostAddress());
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(nanos);
    with("millis", millis);
    line.log("{} in {} ms", plain(message), millis);
  }

  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
