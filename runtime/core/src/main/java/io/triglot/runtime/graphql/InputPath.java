package io.triglot.runtime.graphql;

import io.triglot.runtime.Access;
import io.triglot.runtime.CallException;
import io.triglot.runtime.Clearance;
import io.triglot.runtime.Failure;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where in a request an input value stands, such as {@code input.items[3].price}. Its text is made
 * only when it is asked for. Immutable.
 */
public final class InputPath {
  private final @Nullable InputPath parent;
  private final String segment;
  private final Supplier<Clearance> sender;

  private InputPath(@Nullable InputPath parent, String segment, Supplier<Clearance> sender) {
    this.parent = parent;
    this.segment = segment;
    this.sender = sender;
  }

  /**
   * Above all arguments of a request.
   *
   * @param sender what the caller is cleared for, asked for once it is known
   */
  static InputPath root(Supplier<Clearance> sender) {
    return new InputPath(null, "", sender);
  }

  /** The path of an argument or of a field of an input object. */
  public InputPath field(String name) {
    return new InputPath(this, parent == null ? name : "." + name, sender);
  }

  /** The path of an element of a list, counted from 0. */
  public InputPath index(int index) {
    return new InputPath(this, "[" + index + "]", sender);
  }

  /** What to throw when the value at this path is not acceptable. */
  public CallException invalid(String description) {
    return Failure.invalid(toString(), description).asException();
  }

  /**
   * Makes sure that the caller may send what stands here, which is guarded.
   *
   * @throws CallException with {@code PERMISSION_DENIED} or {@code UNAUTHENTICATED}, and the path
   */
  void require(Access access) {
    sender.get().require(access, toString());
  }

  /** The path as the caller wrote it. */
  @Override
  public String toString() {
    return parent == null ? segment : parent + segment;
  }
}
