package io.triglot.runtime.grpc;

import org.jspecify.annotations.Nullable;

/**
 * The encoding of one type of field: of a scalar ({@link Scalars}), an enum ({@link EnumNumbering})
 * or a message ({@link MessageMarshaller}).
 *
 * <p>Implementations are immutable and thread-safe.
 *
 * @param <T> the Java type of a value
 */
public interface FieldCodec<T> {
  /** How a value is delimited, one of {@link WireType}. */
  int wireType();

  /** Writes a value without its tag; with its length, where the wire type is {@code LEN}. */
  void encode(WireWriter out, T value);

  /**
   * Reads a value whose tag has been read.
   *
   * @param previous the value that the same field had before in the same message. A message is
   *     merged into it, anything else replaces it.
   */
  T decode(WireReader in, @Nullable T previous);

  /** Reads a value as {@link #decode} does; null for one that only a newer peer knows. */
  default @Nullable T decodeKnown(WireReader in, @Nullable T previous) {
    return decode(in, previous);
  }

  /**
   * The value of a map entry that has none on the wire: zero, false, empty text, the empty message.
   *
   * @throws WireFormatException when the type has no such value
   */
  T absent();

  /** The same as {@link #absent}; null where a newer peer may mean a value that we do not know. */
  default @Nullable T absentKnown() {
    return absent();
  }
}
