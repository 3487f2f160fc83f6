package io.triglot.processor.backend.grpc;

import java.util.ArrayList;
import java.util.List;

/** Bytes as Java string literals with one char for each byte. */
final class Latin1Literals {
  /** Fits a line; each byte takes up to four characters of source. */
  private static final int LINE_WIDTH = 80;

  /**
   * A class file's constant holds 65,535 bytes of modified UTF-8 (JVMS §4.4.7), in which such a
   * char takes up to two.
   */
  private static final int CHUNK_LENGTH = 30_000;

  private Latin1Literals() {}

  /** Expressions, each a constant of its own, that joined have the bytes as their chars. */
  static List<String> chunks(byte[] bytes) {
    List<String> chunks = new ArrayList<>();
    for (int start = 0; start < bytes.length; start += CHUNK_LENGTH) {
      chunks.add(chunk(bytes, start, Math.min(bytes.length, start + CHUNK_LENGTH)));
    }
    return chunks;
  }

  private static String chunk(byte[] bytes, int start, int end) {
    StringBuilder code = new StringBuilder("\"");
    int lineStart = 0;
    for (int i = start; i < end; i++) {
      if (code.length() - lineStart > LINE_WIDTH) {
        code.append("\"\n+ ");
        lineStart = code.length();
        code.append('"');
      }
      code.append(escaped(bytes[i] & 0xFF));
    }
    return code.append('"').toString();
  }

  private static String escaped(int value) {
    return switch (value) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      default ->
          value >= ' ' && value < 0x7F
              ? Character.toString((char) value)
              : String.format("\\%03o", value);
    };
  }
}
