package io.triglot.processor.frontend;

import java.util.Optional;
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
  private static final Pattern SNIPPET =
      Pattern.compile("(?<attributes>(?:\"[^\"]*\"|'[^']*'|[^:\"'])*):(?<body>.*)", Pattern.DOTALL);
  private static final Pattern LANGUAGE = Pattern.compile("\\blang\\s*=\\s*[\"']?(\\w+)");
  private static final String MARKUP =
      "[ \\t]*(?://|#|--|')[ \\t]*@(?:highlight|replace|link|start|end)\\b";

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

  void appendTo(MarkdownBuilder markdown, JavadocText text) {
    switch (name) {
      case "code", "systemProperty" -> markdown.code(content);
      case "value" -> markdown.code(value(text));
      case "literal" -> markdown.text(content.strip());
      case "link" -> link(markdown, true, text);
      case "linkplain" -> link(markdown, false, text);
      case "snippet" -> snippet(markdown);
      case "return" -> {
        markdown.text("Returns ");
        text.append(content.strip(), markdown);
        markdown.text(".");
      }
      case "inheritDoc" -> markdown.verbatim(text.inherited().text());
      case "docRoot" -> {}
      case "index" -> markdown.text(indexed());
      default -> text.append(content.strip(), markdown);
    }
  }

  /** The constant, in the format that may stand before it. */
  private String value(JavadocText text) {
    String reference = content.strip().replaceFirst("^\"?%\\S*\\s*", "");
    Optional<String> constant = text.scope().constants().apply(reference);
    return constant.orElseGet(() -> shown(reference));
  }

  private String indexed() {
    String phrase = content.strip();
    return phrase.startsWith("\"")
        ? phrase.substring(1).split("\"", 2)[0]
        : phrase.split("\\s", 2)[0];
  }

  /** The code without the comments that mark it up; that of other files is not at hand. */
  private void snippet(MarkdownBuilder markdown) {
    Matcher snippet = SNIPPET.matcher(content);
    if (snippet.matches()) {
      Matcher language = LANGUAGE.matcher(snippet.group("attributes"));
      markdown.codeBlock(
          language.find() ? language.group(1) : "",
          snippet
              .group("body")
              .replaceAll("(?m)^" + MARKUP + ".*\\R?", "")
              .replaceAll("(?m)" + MARKUP + ".*$", ""));
    }
  }

  private void link(MarkdownBuilder markdown, boolean code, JavadocText text) {
    Matcher link = LINK.matcher(content.strip());
    if (!link.matches()) {
      return;
    }
    String label = link.group("label");
    if (label.isEmpty() && !code) {
      markdown.text(shown(link.group("target")));
    } else if (label.isEmpty()) {
      markdown.code(shown(link.group("target")));
    } else if (code) {
      markdown.code(text.toDoc(label).text().replace("`", ""));
    } else {
      text.append(label, markdown);
    }
  }

  /** A reference as Javadoc shows it: without packages, the member after a dot. */
  static String shown(String reference) {
    return reference
        .replaceFirst("^[\\w.]+/", "")
        .replaceAll("(?:\\b\\p{Ll}\\w*\\.)+(?=\\p{Lu})", "")
        .replace("\\[", "[")
        .replace("\\]", "]")
        .replaceFirst("^#", "")
        .replace('#', '.');
  }
}
