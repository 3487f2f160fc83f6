package io.triglot.processor.frontend;

import io.triglot.processor.model.Doc;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the text of a doc comment into Markdown: inline tags, the HTML that is customary in
 * Javadoc, and character references. What is Markdown already stays as it is.
 *
 * @param inherited what {@code {@inheritDoc}} stands for
 */
record JavadocText(Scope scope, Doc inherited) {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment><!--.*?-->)"
              + "|(?<code>(?<ticks>`+)(?!`)[^`\n]+\\k<ticks>(?!`))"
              + "|<(?<close>/?)(?<element>[A-Za-z][A-Za-z0-9]*)(?<attributes>[^<>]*)>"
              + "|&(?<reference>#?\\w+);"
              + "|(?<text>[^<&`{]+|.)",
          Pattern.DOTALL);

  /** What a Markdown comment has besides Markdown: code to leave alone, and links to elements. */
  private static final Pattern MARKDOWN_TOKEN =
      Pattern.compile(
          "(?<fence>(?m:^) {0,3}(?<marks>```+|~~~+)[^\n]*\n(?:.*?\n)??(?:[ >]*\\k<marks>[^\n]*|\\z))"
              + "|(?<code>(?<ticks>`+)(?!`)[^`]+\\k<ticks>(?!`))"
              + "|(?<!\\\\)\\[(?:(?<label>[^\\[\\]\n]+)\\]\\[)?"
              + "(?<link>(?:[\\w.]+/)?[\\w.]*(?:#\\w+)?(?:\\((?:[\\w.,<>?]|\\\\?\\[\\\\?\\]| )*\\))?)"
              + "\\](?![(\\[:])"
              + "|(?<text>[^`{\n\\[~]+|.)",
          Pattern.DOTALL);

  /**
   * Where a comment stands.
   *
   * @param markdown whether it is a Markdown comment
   * @param constants the value of a constant by a reference such as {@code #MAX}, if it has one
   */
  record Scope(boolean markdown, Function<String, Optional<String>> constants) {
    /** A comment in Javadoc's HTML that refers to nothing. */
    static final Scope ALONE = new Scope(false, reference -> Optional.empty());
  }

  /** The text of a description, or of what a block tag says. */
  Doc toDoc(String text) {
    MarkdownBuilder markdown = new MarkdownBuilder();
    append(scope.markdown() ? text.strip() : text, markdown);
    return new Doc(markdown.toString());
  }

  /** Appends text with tags, HTML and references in it. */
  void append(String text, MarkdownBuilder markdown) {
    Matcher token = (scope.markdown() ? MARKDOWN_TOKEN : TOKEN).matcher(text);
    token.useTransparentBounds(true).useAnchoringBounds(false);
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith("{@", at)) {
        int end = InlineTag.end(text, at);
        InlineTag.parse(text.substring(at + 2, end)).appendTo(markdown, this);
        at = Math.min(end + 1, text.length());
      } else {
        token.region(at, text.length()).lookingAt();
        if (scope.markdown()) {
          appendMarkdown(token, markdown);
        } else {
          appendHtml(token, markdown);
        }
        at = token.end();
      }
    }
  }

  private static void appendMarkdown(Matcher token, MarkdownBuilder markdown) {
    String link = token.group("link");
    if (link == null || link.isEmpty() || !link.matches(".*[\\p{Lu}#].*")) {
      markdown.verbatim(token.group());
    } else {
      String label = token.group("label");
      markdown.code(label == null ? InlineTag.shown(link) : label.replace("`", ""));
    }
  }

  private static void appendHtml(Matcher token, MarkdownBuilder markdown) {
    if (token.group("comment") != null) {
      return;
    }
    if (token.group("code") != null) {
      markdown.verbatim(token.group());
    } else if (token.group("reference") != null) {
      markdown.text(CharacterReferences.find(token.group("reference")).orElseGet(token::group));
    } else if (token.group("element") == null
        || !markdown.element(
            token.group("element"), token.group("close").isEmpty(), token.group("attributes"))) {
      markdown.text(token.group());
    }
  }
}
