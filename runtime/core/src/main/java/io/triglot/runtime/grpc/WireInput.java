package io.triglot.runtime.grpc;

import java.util.Arrays;

/**
 * The bytes of a protobuf message, and where in them a {@link WireReader} has come: tags, scalars,
 * and what is skipped. Every length is judged against the enclosing message, nesting is limited,
 * and text is checked.
 */
public abstract sealed class WireInput permits WireReader {
  /** How deep messages, map entries and groups may be nested, the same as in protobuf-java. */
  static final int RECURSION_LIMIT = 100;

  /** The reason to give where something is nested deeper. */
  static final String NESTED_TOO_DEEP = "is nested deeper than " + RECURSION_LIMIT + " levels";

  private static final int MAX_VARINT_BITS = 70;

  private final byte[] buffer;

  private int position;

  /** Where the message, entry or packed field ends that is being read. */
  int limit;

  private int depth;

  /** The last tag that was read; 0 while one is being read. */
  int tag;

  WireInput(byte[] message) {
    buffer = message;
    limit = message.length;
  }

  /** Whether the message being read has another field. */
  public boolean hasNext() {
    return position < limit;
  }

  /** The tag of the next field: {@code number << 3 | WireType}. */
  public int readTag() {
    tag = 0;
    int next = readInt32();
    if (WireType.fieldNumber(next) == 0) {
      throw new WireFormatException("has a field with the number 0");
    }
    tag = next;
    return next;
  }

  /**
   * Skips the value of a field that the message does not have, or not with this wire type.
   *
   * @throws WireFormatException when it is no value
   */
  public void skip() {
    skip(tag);
  }

  /** Reads a bool: any number but 0 is true. */
  public boolean readBool() {
    return readInt64() != 0;
  }

  /** Reads an int32. Like every protobuf reader it drops what is beyond 32 bits. */
  public int readInt32() {
    return (int) readInt64();
  }

  /** Reads an int64. */
  public long readInt64() {
    if (position < limit && buffer[position] >= 0) {
      return buffer[position++];
    }
    return readLongVarint();
  }

  private long readLongVarint() {
    long value = 0;
    for (int shift = 0; shift < MAX_VARINT_BITS; shift += 7) {
      if (position == limit) {
        throw truncated();
      }
      byte next = buffer[position++];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new WireFormatException("has a varint of more than ten bytes");
  }

  /** Reads a float. */
  public float readFloat() {
    return Float.intBitsToFloat(LittleEndian.getInt(buffer, advance(Float.BYTES)));
  }

  /** Reads a double. */
  public double readDouble() {
    return Double.longBitsToDouble(LittleEndian.getLong(buffer, advance(Double.BYTES)));
  }

  /**
   * Reads a string.
   *
   * @throws WireFormatException when it is not UTF-8
   */
  public String readString() {
    int start = advance(readLength());
    return Utf8.decode(buffer, start, position - start);
  }

  /** Reads bytes. */
  public byte[] readBytes() {
    int start = advance(readLength());
    return Arrays.copyOfRange(buffer, start, position);
  }

  final void skip(int skipped) {
    switch (WireType.of(skipped)) {
      case WireType.VARINT -> readInt64();
      case WireType.I64 -> advance(Long.BYTES);
      case WireType.LEN -> advance(readLength());
      case WireType.SGROUP -> skipGroup(WireType.fieldNumber(skipped));
      case WireType.EGROUP -> throw new WireFormatException("ends a group that is not open");
      case WireType.I32 -> advance(Integer.BYTES);
      default -> throw new WireFormatException("has an invalid wire type");
    }
  }

  private void skipGroup(int fieldNumber) {
    deeper();
    int end = WireType.tag(fieldNumber, WireType.EGROUP);
    for (int next = readTag(); next != end; next = readTag()) {
      skip(next);
    }
    depth--;
  }

  final int readLength() {
    int length = readInt32();
    if (length < 0) {
      throw new WireFormatException("has a negative length");
    }
    return length;
  }

  /** Steps over so many bytes and says where they begin. */
  private int advance(int bytes) {
    int start = position;
    if (bytes > limit - start) {
      throw truncated();
    }
    position = start + bytes;
    return start;
  }

  /** Enters a message or entry; gives the limit to go back to. */
  final int descend() {
    int length = readLength();
    deeper();
    return narrow(length);
  }

  final void ascend(int outerLimit) {
    limit = outerLimit;
    depth--;
  }

  private void deeper() {
    if (depth == RECURSION_LIMIT) {
      throw new WireFormatException(NESTED_TOO_DEEP);
    }
    depth++;
  }

  final int narrow(int length) {
    int outerLimit = limit;
    if (length > outerLimit - position) {
      throw truncated();
    }
    limit = position + length;
    return outerLimit;
  }

  final WireFormatException failed(int failedTag, WireFormatException failure) {
    tag = failedTag;
    return failure;
  }

  private static WireFormatException truncated() {
    return new WireFormatException("ends too early");
  }
}
