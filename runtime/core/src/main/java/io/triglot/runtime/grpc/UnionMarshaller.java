package io.triglot.runtime.grpc;

import org.jspecify.annotations.Nullable;

/**
 * Writes a type whose values are of one of several others as a message with a {@code oneof}, and
 * reads it back. Each such type of an API has one generated subclass.
 *
 * <p>The last member on the wire is the one that counts; one that comes twice is merged, as long as
 * no other stands between. A message without a member, or with one that has been added since, is
 * refused by a server; a client has null for it. Immutable and thread-safe.
 *
 * @param <T> the Java type
 */
public abstract class UnionMarshaller<T> extends MessageMarshaller<T> {
  private final String problem;

  /**
   * Called by generated subclasses.
   *
   * @param members the names of the members
   */
  protected UnionMarshaller(String... members) {
    problem = "has none of " + String.join(", ", members);
  }

  /**
   * Reads the members up to the reader's limit.
   *
   * @param previous the value that the same field had before; null where it had none
   * @return the last of them; what was there before, where there is none
   */
  protected abstract @Nullable T readMember(WireReader in, @Nullable T previous);

  @Override
  @SuppressWarnings("NullAway") // null from a newer server only, which its caller expects
  protected final T read(WireReader in, @Nullable T previous) {
    T member = readMember(in, previous);
    in.checkSaid(member, problem);
    return member;
  }

  @Override
  public final @Nullable T absentKnown() {
    return null;
  }

  /** What to throw for a value that is of no member's type. */
  protected final WireFormatException unknown(T value) {
    return new WireFormatException(
        "is a " + value.getClass().getName() + ", which is none of the types of the field");
  }
}
