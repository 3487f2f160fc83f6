package io.triglot.runtime.graphql;

import io.triglot.runtime.CallException;
import io.triglot.runtime.Failure;
import org.jspecify.annotations.Nullable;

/**
 * Where in a request an input value stands, such as {@code input.items[3].price}. Its text is made
 * only when it is asked for. Immutable.
 */
public final class InputPath {
  /** Above all arguments. */
  public static final InputPath ROOT = new InputPath(null, "");

  private final @Nullable InputPath parent;
  private final String segment;

  private InputPath(@Nullable InputPath parent, String segment) {
    this.parent = parent;
    this.segment = segment;
  }

  /** The path of an argument or of a field of an input object. */
  public InputPath field(String name) {
    return new InputPath(this, parent == null ? name : "." + name);
  }

  /** The path of an element of a list, counted from 0. */
  public InputPath index(int index) {
    return new InputPath(this, "[" + index + "]");
  }

  /** What to throw when the value at this path is not acceptable. */
  public CallException invalid(String description) {
    return Failure.invalid(toString(), description).asException();
  }

  /** The path as the caller wrote it. */
  @Override
  public String toString() {
    return parent == null ? segment : parent + segment;
  }
}
