package io.triglot.runtime.rest;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of the lines of one stream. Not thread-safe.
 *
 * @see <a
 *     href="https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream">HTML</a>
 */
final class EventParser {
  private final StringBuilder data = new StringBuilder();
  private String name = "";
  private @Nullable String id;
  private Optional<Duration> retry = Optional.empty();

  /**
   * An event.
   *
   * @param name empty where it has none
   * @param id that of this event, or of the last one that had one; null where none had
   */
  record Event(String name, String data, @Nullable String id) {}

  /** The event that ends with a line; null where none does. */
  @Nullable Event line(String line) {
    if (line.isEmpty()) {
      return dispatched();
    }
    int colon = line.indexOf(':');
    String field = colon < 0 ? line : line.substring(0, colon);
    String rest = colon < 0 ? "" : line.substring(colon + 1);
    String value = rest.startsWith(" ") ? rest.substring(1) : rest;
    switch (field) {
      case "data" -> data.append(data.length() == 0 ? "" : "\n").append(value);
      case "event" -> name = value;
      case "id" -> id = value.indexOf('\0') < 0 ? value : id;
      case "retry" -> retry = value.matches("\\d{1,9}") ? Optional.of(millis(value)) : retry;
      default -> {} // a comment, or what is not known
    }
    return null;
  }

  /** After what time to connect again, as the server has said last. */
  Optional<Duration> retry() {
    return retry;
  }

  private static Duration millis(String value) {
    return Duration.ofMillis(Long.parseLong(value));
  }

  private @Nullable Event dispatched() {
    Event event = new Event(name, data.toString(), id);
    name = "";
    data.setLength(0);
    return event.data().isEmpty() ? null : event;
  }
}
