package io.triglot.runtime.grpc;

import io.triglot.runtime.Failure;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A message that has no protobuf form: bytes that cannot be read as one, or a value that cannot be
 * written as one.
 *
 * <p>It carries no stack trace, because hostile clients cause it at will. Immutable.
 */
public final class WireFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Keys and nesting that a hostile client chose must not make a path too long for a header. */
  private static final int MAX_KEY_LENGTH = 64;

  private static final int MAX_PATH_LENGTH = 256;

  private final String path;
  private final String reason;
  private final transient Function<String, Failure> failure;

  /** A fault of a value that the enclosing messages have yet to locate. */
  WireFormatException(String reason) {
    this(path -> Failure.invalid(path, reason), reason);
  }

  /**
   * The same, of what is not invalid but refused.
   *
   * @param failure what to tell the sender, by the path of the value
   */
  WireFormatException(Function<String, Failure> failure, String reason) {
    this("", reason, failure);
  }

  private WireFormatException(String path, String reason, Function<String, Failure> failure) {
    super(path.isEmpty() ? reason : path + ": " + reason, null, false, false);
    this.path = path;
    this.reason = reason;
    this.failure = failure;
  }

  /** What to tell the sender. */
  Failure failure() {
    return failure.apply(path);
  }

  /**
   * Where the fault is, as the caller names it: {@code order.items[3].price}. Empty where it
   * belongs to the message as a whole.
   */
  public String path() {
    return path;
  }

  /** What is wrong, for a developer to read; free of secrets of the server. */
  public String reason() {
    return reason;
  }

  /** The same fault, seen from the message that has it in a field. */
  WireFormatException inField(String name) {
    boolean step = !name.isEmpty() && !path.isEmpty() && !path.startsWith("[");
    return new WireFormatException(
        abbreviated(step ? name + "." + path : name + path, MAX_PATH_LENGTH), reason, failure);
  }

  /** The same fault, seen from the repeated field that has it in an element. */
  WireFormatException atIndex(int index) {
    return inField("[" + index + "]");
  }

  /** The same fault, seen from the map that has it in an entry. */
  WireFormatException atKey(@Nullable Object key) {
    return inField(abbreviated(String.valueOf(key), MAX_KEY_LENGTH));
  }

  private static String abbreviated(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + "…";
  }
}
