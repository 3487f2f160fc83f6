package io.triglot.runtime.grpc;

/**
 * The wire types of the protobuf encoding: the lowest three bits of a tag, which say how long the
 * value is that follows.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/#structure">Message structure</a>
 */
public final class WireType {
  /** int32, int64, bool and enums: seven bits a byte, lowest first. */
  public static final int VARINT = 0;

  /** double: eight bytes, little-endian. */
  public static final int I64 = 1;

  /**
   * string, bytes, messages, map entries and packed repeated fields: a length, then as many bytes.
   */
  public static final int LEN = 2;

  /** The beginning of a group. Read to be skipped, never written. */
  public static final int SGROUP = 3;

  /** The end of a group. */
  public static final int EGROUP = 4;

  /** float: four bytes, little-endian. */
  public static final int I32 = 5;

  private WireType() {}

  /** The wire type in a tag. */
  static int of(int tag) {
    return tag & 7;
  }

  /** The field number in a tag. */
  static int fieldNumber(int tag) {
    return tag >>> 3;
  }

  /** The tag of a field. */
  static int tag(int fieldNumber, int wireType) {
    return fieldNumber << 3 | wireType;
  }
}
