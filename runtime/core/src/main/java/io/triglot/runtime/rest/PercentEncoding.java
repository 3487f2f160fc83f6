package io.triglot.runtime.rest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of UTF-8 text (RFC 3986, section 2). */
final class PercentEncoding {
  private static final String UNRESERVED = "-._~";
  private static final String HEX = "0123456789ABCDEF";

  private PercentEncoding() {}

  /**
   * The text of a path segment.
   *
   * @throws IllegalArgumentException where it is not percent-encoded UTF-8
   */
  static String decodeSegment(String encoded) {
    return encoded.indexOf('%') < 0 ? encoded : decodeBytes(encoded);
  }

  /**
   * The text of a name or value in a query, where a plus sign stands for a blank, as HTML forms
   * have it.
   *
   * @throws IllegalArgumentException where it is not percent-encoded UTF-8
   */
  static String decodeQuery(String encoded) {
    return decodeSegment(encoded.replace('+', ' '));
  }

  /** Text as a path segment, with all but unreserved characters encoded. */
  static String encodeSegment(String text) {
    StringBuilder encoded = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
      }
    }
    return encoded.toString();
  }

  private static String decodeBytes(String encoded) {
    byte[] raw = encoded.getBytes(StandardCharsets.UTF_8);
    ByteBuffer decoded = ByteBuffer.allocate(raw.length);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '%') {
        decoded.put(octet(raw, i));
        i += 2;
      } else {
        decoded.put(raw[i]);
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("not UTF-8", e);
    }
  }

  private static byte octet(byte[] raw, int percent) {
    if (percent + 2 < raw.length) {
      int high = Character.digit(raw[percent + 1], 16);
      int low = Character.digit(raw[percent + 2], 16);
      if (high >= 0 && low >= 0) {
        return (byte) (high << 4 | low);
      }
    }
    throw new IllegalArgumentException("% is not followed by two hexadecimal digits");
  }
}
