package io.triglot;

import io.triglot.runtime.Failure;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * A place in a list, between two of its elements: the values by which the list is sorted, of the
 * element before or behind it. Because it names values and not positions, it stays where it is when
 * elements are added or removed elsewhere.
 *
 * <p>It travels as opaque text, which callers hand back and do not read. It is not signed: what it
 * says is no more than what a caller could have asked for.
 *
 * <p>Immutable and thread-safe.
 */
public final class Cursor {
  private final List<String> key;

  private Cursor(List<String> key) {
    this.key = List.copyOf(key);
  }

  /**
   * The place of an element.
   *
   * @param key the values by which the list is sorted, the last of which no two elements share;
   *     each is kept as its {@code toString}
   */
  public static Cursor of(Object... key) {
    List<String> texts = new ArrayList<>();
    for (Object each : key) {
      texts.add(each.toString());
    }
    return new Cursor(texts);
  }

  /**
   * The cursor behind a text.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Cursor parse(String text) {
    String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    List<String> key = new ArrayList<>();
    int at = 0;
    while (at < plain.length()) {
      int colon = plain.indexOf(':', at);
      int length = colon < 0 ? -1 : Integer.parseInt(plain.substring(at, colon));
      at = colon + 1 + length;
      if (length < 0 || at > plain.length()) {
        throw new IllegalArgumentException("not a cursor");
      }
      key.add(plain.substring(at - length, at));
    }
    return new Cursor(key);
  }

  /** How many values it has. */
  public int size() {
    return key.size();
  }

  /**
   * One of its values.
   *
   * @param index from 0 on
   * @param parser makes the value of its text, such as {@code Instant::parse}
   * @throws io.triglot.runtime.CallException INVALID_ARGUMENT if the cursor is of another list: it
   *     has no such value
   */
  public <T> T value(int index, Function<String, T> parser) {
    try {
      return parser.apply(key.get(index));
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
      throw Failure.invalid("", "The cursor is of another list").asException();
    }
  }

  /** The text that {@link #parse} takes. */
  @Override
  public String toString() {
    StringBuilder plain = new StringBuilder();
    key.forEach(each -> plain.append(each.length()).append(':').append(each));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cursor cursor && key.equals(cursor.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }
}
