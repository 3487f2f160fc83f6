package io.triglot.processor.frontend;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An inline tag of a doc comment.
 *
 * @param name without the at sign
 * @param content what follows the name
 */
record InlineTag(String name, String content) {
  private static final Pattern LINK =
      Pattern.compile("(?<target>[^\\s(]*(?:\\([^)]*\\))?)\\s*(?<label>.*)", Pattern.DOTALL);

  /** Parses what stands between the at sign and the closing brace. */
  static InlineTag parse(String tag) {
    String[] parts = tag.split("(?<=\\S)(?=\\s)", 2);
    return new InlineTag(parts[0], parts.length > 1 ? parts[1] : "");
  }

  /**
   * The index of the brace that closes the tag at {@code start}; the text's length if none does.
   */
  static int end(String text, int start) {
    int depth = 0;
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) == '{') {
        depth++;
      } else if (text.charAt(i) == '}' && --depth == 0) {
        return i;
      }
    }
    return text.length();
  }

  void appendTo(MarkdownBuilder markdown) {
    switch (name) {
      case "code", "systemProperty", "value" -> markdown.code(content);
      case "literal" -> markdown.text(content.strip());
      case "link" -> link(markdown, true);
      case "linkplain" -> link(markdown, false);
      case "snippet" -> markdown.codeBlock(content.substring(content.indexOf(':') + 1));
      case "return" -> {
        markdown.text("Returns ");
        JavadocText.append(content.strip(), markdown);
        markdown.text(".");
      }
      case "inheritDoc", "docRoot" -> {}
      case "index" -> markdown.text(content.strip().split("\\s", 2)[0]);
      default -> JavadocText.append(content.strip(), markdown);
    }
  }

  private void link(MarkdownBuilder markdown, boolean code) {
    Matcher link = LINK.matcher(content.strip());
    if (!link.matches()) {
      return;
    }
    String label = link.group("label");
    String shown = label.isEmpty() ? target(link.group("target")) : label;
    if (code) {
      markdown.code(shown);
    } else {
      JavadocText.append(shown, markdown);
    }
  }

  /** A reference as Javadoc shows it: without packages, the member after a dot. */
  private static String target(String reference) {
    return reference
        .replaceAll("(?:\\b\\p{Ll}\\w*\\.)+(?=\\p{Lu})", "")
        .replaceFirst("^#", "")
        .replace('#', '.');
  }
}
