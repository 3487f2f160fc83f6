package io.triglot.processor.javagen;

import com.palantir.javapoet.CodeBlock;

/** String constants that read like the text they hold. */
public final class TextBlocks {
  private TextBlocks() {}

  /** A text block (JLS §3.10.6), or a plain string literal for text of one line. */
  public static CodeBlock of(String text) {
    if (!text.contains("\n")) {
      return CodeBlock.of("$S", text);
    }
    String escaped =
        text.replace("\\", "\\\\")
            .replace("\"\"\"", "\\\"\"\"")
            .replace("\r", "\\r")
            .replace("\t", "\\t")
            .replaceAll("(?m) $", "\\\\s");
    String end = text.endsWith("\n") ? "" : "\\\n";
    return CodeBlock.of("$>$>\n\"\"\"\n$L$L\"\"\"$<$<", escaped, end);
  }
}
