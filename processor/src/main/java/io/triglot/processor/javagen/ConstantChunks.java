package io.triglot.processor.javagen;

import java.util.ArrayList;
import java.util.List;

/**
 * Text cut into pieces that fit a string constant of a class file, which holds 65,535 bytes of
 * modified UTF-8 (JVMS §4.4.7); compilers want it to hold one byte less.
 */
final class ConstantChunks {
  private static final int LIMIT = 65_534;

  private ConstantChunks() {}

  /** The pieces in order, cut after line ends where there are some; at least one. */
  static List<String> of(String text) {
    List<String> chunks = new ArrayList<>();
    int start = 0;
    int bytes = 0;
    int lineEnd = 0;
    for (int i = 0; i < text.length(); i++) {
      int width = width(text.charAt(i));
      if (bytes + width > LIMIT) {
        int cut = lineEnd > start ? lineEnd : i;
        chunks.add(text.substring(start, cut));
        start = cut;
        bytes = text.substring(cut, i).chars().map(ConstantChunks::width).sum();
      }
      bytes += width;
      lineEnd = text.charAt(i) == '\n' ? i + 1 : lineEnd;
    }
    chunks.add(text.substring(start));
    return chunks;
  }

  private static int width(int utf16) {
    if (utf16 >= 1 && utf16 <= 0x7f) {
      return 1;
    }
    return utf16 <= 0x7ff ? 2 : 3;
  }
}
