package io.triglot.processor.javagen;

import com.palantir.javapoet.CodeBlock;
import io.triglot.processor.model.Doc;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The user's descriptions as Javadoc of generated code. */
public final class Javadocs {
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`|[^`]+|`");

  private Javadocs() {}

  /**
   * The description as the body of a Javadoc comment, with its paragraphs and its code; what would
   * end or break the comment is escaped.
   */
  public static CodeBlock of(Doc doc) {
    String[] paragraphs = doc.text().split("\n{2,}");
    return CodeBlock.of(
        "$L", Stream.of(paragraphs).map(Javadocs::inline).collect(Collectors.joining("\n\n<p>")));
  }

  /** Text as it may stand in a Javadoc comment. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("{", "&#123;")
        .replace("\\", "&#92;")
        .replace("*/", "*&#47;");
  }

  private static String inline(String markdown) {
    return CODE.matcher(markdown).results().map(Javadocs::piece).collect(Collectors.joining());
  }

  private static String piece(MatchResult piece) {
    String code = piece.group(1);
    return code == null || !code.matches("[^{}@\\\\*]+")
        ? escape(piece.group())
        : "{@code " + code + "}";
  }
}
