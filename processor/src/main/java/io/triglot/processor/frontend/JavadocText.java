package io.triglot.processor.frontend;

import io.triglot.processor.model.Doc;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the text of a doc comment into Markdown: inline tags, the HTML that is customary in
 * Javadoc, and character references. What is Markdown already stays as it is.
 */
final class JavadocText {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment><!--.*?-->)"
              + "|(?<code>`+[^`\n]+`+)"
              + "|<(?<close>/?)(?<element>[A-Za-z][A-Za-z0-9]*)(?<attributes>[^<>]*)>"
              + "|&(?<reference>#?\\w+);"
              + "|(?<text>[^<&`{]+|.)",
          Pattern.DOTALL);

  private JavadocText() {}

  /** The text of a description, or of what a block tag says. */
  static Doc toDoc(String text) {
    MarkdownBuilder markdown = new MarkdownBuilder();
    append(text, markdown);
    return new Doc(markdown.toString());
  }

  /** Appends text with tags, HTML and references in it. */
  static void append(String text, MarkdownBuilder markdown) {
    Matcher token = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith("{@", at)) {
        int end = InlineTag.end(text, at);
        InlineTag.parse(text.substring(at + 2, end)).appendTo(markdown);
        at = Math.min(end + 1, text.length());
      } else {
        token.region(at, text.length()).lookingAt();
        append(token, markdown);
        at = token.end();
      }
    }
  }

  private static void append(Matcher token, MarkdownBuilder markdown) {
    if (token.group("comment") != null) {
      return;
    }
    if (token.group("code") != null) {
      markdown.verbatim(token.group());
    } else if (token.group("reference") != null) {
      markdown.text(character(token.group("reference"), token.group()));
    } else if (token.group("element") == null
        || !markdown.element(
            token.group("element"), token.group("close").isEmpty(), token.group("attributes"))) {
      markdown.text(token.group());
    }
  }

  /** The character of a reference such as {@code lt} or {@code #64}; Markdown knows all others. */
  private static String character(String reference, String otherwise) {
    return switch (reference) {
      case "lt" -> "<";
      case "gt" -> ">";
      case "amp" -> "&";
      case "quot" -> "\"";
      case "apos" -> "'";
      case "nbsp" -> " ";
      default -> {
        if (reference.matches("#\\d{1,6}")) {
          yield Character.toString(Integer.parseInt(reference.substring(1)));
        }
        yield reference.matches("#[xX]\\p{XDigit}{1,5}")
            ? Character.toString(Integer.parseInt(reference.substring(2), 16))
            : otherwise;
      }
    };
  }
}
