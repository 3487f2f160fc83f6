package io.triglot.runtime.grpc;

import java.util.Arrays;
import java.util.HexFormat;

/** Bytes of messages, written by hand for tests. */
final class Wire {
  private Wire() {}

  /** Bytes from hexadecimal digits; blanks are for the eye. */
  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
  }

  /** Hexadecimal digits of bytes. */
  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** One piece after the other. */
  static byte[] join(byte[]... pieces) {
    return hex(String.join("", Arrays.stream(pieces).map(Wire::hex).toList()));
  }

  /** A field with a length. */
  static byte[] field(int number, byte[] content) {
    WireWriter out = new WireWriter();
    out.bytes(content);
    out.varint32(WireType.tag(number, WireType.LEN));
    return out.toByteArray();
  }

  /** A field with a varint. */
  static byte[] field(int number, long value) {
    WireWriter out = new WireWriter();
    out.int64(value);
    out.varint32(WireType.tag(number, WireType.VARINT));
    return out.toByteArray();
  }
}
