package io.triglot.processor.javagen;

import com.palantir.javapoet.CodeBlock;
import java.util.regex.Pattern;

/** String constants that read like the text they hold. */
public final class TextBlocks {
  private static final Pattern TRAILING_BLANK = Pattern.compile(" $", Pattern.MULTILINE);

  /** What compilers take for a blank or a line end in a text block, even where it is escaped. */
  private static final Pattern WIDE_BLANK =
      Pattern.compile("[\\s&&[^\\x00-\\x7f]]", Pattern.UNICODE_CHARACTER_CLASS);

  private TextBlocks() {}

  /** A text block (JLS §3.10.6), or a plain string literal for text of one line. */
  public static CodeBlock of(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(character -> escape((char) character, escaped));
    if (!text.contains("\n") || WIDE_BLANK.matcher(text).find()) {
      String literal = escaped.toString().replace("\"", "\\\"").replace("\n", "\\n");
      return CodeBlock.of("$L", "\"" + literal + "\"");
    }
    String lines =
        TRAILING_BLANK.matcher(escaped).replaceAll("\\\\s").replace("\"\"\"", "\"\"\\\"");
    return CodeBlock.of("$>$>\n\"\"\"\n$L$L\"\"\"$<$<", lines, text.endsWith("\n") ? "" : "\\\n");
  }

  /** Beyond ASCII nothing is left to the encoding in which the compiler writes and reads. */
  private static void escape(char character, StringBuilder out) {
    switch (character) {
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append('\n');
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (character > '~') {
          out.append(String.format("\\u%04x", (int) character));
        } else if (character < ' ') {
          out.append(String.format("\\%03o", (int) character));
        } else {
          out.append(character);
        }
      }
    }
  }
}
