package io.triglot.runtime.grpc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes that are written from the end of a growing array towards its beginning. Not thread-safe.
 */
class ReverseBuffer {
  private static final int INITIAL_CAPACITY = 1024;

  /** An array that grew beyond this many bytes is not kept for the next message. */
  private static final int MAX_KEPT_CAPACITY = 64 * 1024;

  private static final int MAX_CAPACITY = Integer.MAX_VALUE - 8;

  /** The longest tag and the longest varint. */
  static final int MAX_TAG_AND_VARINT = 15;

  /** Up to this many chars, looking at each is faster than having the JDK allocate an array. */
  private static final int SHORT_STRING = 48;

  private byte[] buffer = new byte[INITIAL_CAPACITY];

  /** What is written lies from here to the end of the array. */
  private int position = INITIAL_CAPACITY;

  /** How many bytes are written. */
  int size() {
    return buffer.length - position;
  }

  /** A copy of what is written. */
  byte[] toByteArray() {
    return Arrays.copyOfRange(buffer, position, buffer.length);
  }

  /** Forgets what is written. */
  void reset() {
    if (buffer.length > MAX_KEPT_CAPACITY) {
      buffer = new byte[INITIAL_CAPACITY];
    }
    position = buffer.length;
  }

  /** A varint of 32 bits without sign: a tag, a length. */
  void varint32(int value) {
    require(MAX_TAG_AND_VARINT);
    prependVarint32(value);
  }

  /** An int32, which takes ten bytes if it is negative. */
  void int32(int value) {
    int64(value);
  }

  /** An int64. */
  void int64(long value) {
    require(MAX_TAG_AND_VARINT);
    prependVarint64(value);
  }

  /** A bool. */
  void bool(boolean value) {
    varint32(value ? 1 : 0);
  }

  /** A float. */
  void float32(float value) {
    require(Float.BYTES);
    position -= Float.BYTES;
    LittleEndian.putInt(buffer, position, Float.floatToRawIntBits(value));
  }

  /** A double. */
  void float64(double value) {
    require(Double.BYTES);
    position -= Double.BYTES;
    LittleEndian.putLong(buffer, position, Double.doubleToRawLongBits(value));
  }

  /** A length and bytes. */
  void bytes(byte[] value) {
    require((long) value.length + MAX_TAG_AND_VARINT);
    position -= value.length;
    System.arraycopy(value, 0, buffer, position, value.length);
    prependVarint32(value.length);
  }

  /** A length and text in UTF-8. */
  @SuppressWarnings("deprecation") // the one way to copy ASCII without an array in between
  void string(String value) {
    int length = value.length();
    if (length > SHORT_STRING || !isAscii(value)) {
      bytes(value.getBytes(StandardCharsets.UTF_8));
      return;
    }
    require(length + MAX_TAG_AND_VARINT);
    position -= length;
    value.getBytes(0, length, buffer, position);
    prependVarint32(length);
  }

  private static boolean isAscii(String value) {
    int bits = 0;
    for (int i = 0; i < value.length(); i++) {
      bits |= value.charAt(i);
    }
    return bits < 0x80;
  }

  private void prependVarint32(int value) {
    if (value >>> 7 == 0) {
      buffer[--position] = (byte) value;
    } else {
      prependLongVarint(Integer.toUnsignedLong(value));
    }
  }

  private void prependVarint64(long value) {
    if (value >>> 7 == 0) {
      buffer[--position] = (byte) value;
    } else {
      prependLongVarint(value);
    }
  }

  private void prependLongVarint(long value) {
    int length = (Long.SIZE + 6 - Long.numberOfLeadingZeros(value)) / 7;
    position -= length;
    long rest = value;
    int at = position;
    for (; rest >>> 7 != 0; rest >>>= 7) {
      buffer[at++] = (byte) (rest | 0x80);
    }
    buffer[at] = (byte) rest;
  }

  /** Makes room for so many bytes. */
  private void require(long bytes) {
    if (position < bytes) {
      grow(bytes);
    }
  }

  private void grow(long bytes) {
    long needed = size() + bytes;
    if (needed > MAX_CAPACITY) {
      throw new WireFormatException("is larger than 2 GiB");
    }
    byte[] larger = new byte[(int) Math.min(MAX_CAPACITY, Math.max(needed, 2L * buffer.length))];
    int size = size();
    System.arraycopy(buffer, position, larger, larger.length - size, size);
    buffer = larger;
    position = larger.length - size;
  }
}
