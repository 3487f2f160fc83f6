package io.triglot.processor.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A description as HTML: its paragraphs, items, code and stressed words. What else there is in
 * Markdown is shown as it is written.
 */
final class DocHtml {
  /** Fenced code, or what stands between blank lines. */
  private static final Pattern BLOCKS =
      Pattern.compile("(?ms)^(`{3,})[^\n]*\n(.*?)^\\1$|(?:^(?!`{3})[^\n]+(?:\n|\\z))+");

  private static final Pattern ITEM = Pattern.compile("(?m)^ *(?:-|1\\.) ");
  private static final Pattern INLINE =
      Pattern.compile(
          "(?s)(`+)(?!`)(.+?)(?<!`)\\1(?!`)"
              + "|(\\*{1,2})(?=[^\\s*])([^*`]+)\\3"
              + "|\\\\(?=\\p{Punct})(.)"
              + "|.");

  private DocHtml() {}

  /** The blocks of a description; nothing for an empty one. */
  static String of(String markdown) {
    return BLOCKS.matcher(markdown).results().map(DocHtml::block).collect(Collectors.joining());
  }

  private static String block(MatchResult block) {
    if (block.group(2) != null) {
      return "<pre><code>" + HtmlReport.escaped(block.group(2)) + "</code></pre>\n";
    }
    String text = block.group().strip();
    if (text.startsWith("|")) {
      return "<pre>" + HtmlReport.escaped(text) + "</pre>\n";
    }
    if (!ITEM.matcher(text).lookingAt()) {
      return "<p>" + inline(text) + "</p>\n";
    }
    List<String> items = new ArrayList<>(List.of(ITEM.split(text)));
    items.removeIf(String::isBlank);
    return items.stream()
        .map(item -> "<li>" + inline(item.strip()) + "</li>\n")
        .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
  }

  private static String inline(String markdown) {
    return INLINE.matcher(markdown).results().map(DocHtml::piece).collect(Collectors.joining());
  }

  private static String piece(MatchResult piece) {
    if (piece.group(2) != null) {
      return "<code>" + HtmlReport.escaped(piece.group(2).strip()) + "</code>";
    }
    if (piece.group(4) != null) {
      String element = piece.group(3).length() == 2 ? "strong" : "em";
      return "<" + element + ">" + HtmlReport.escaped(piece.group(4)) + "</" + element + ">";
    }
    return HtmlReport.escaped(piece.group(5) == null ? piece.group() : piece.group(5));
  }
}
