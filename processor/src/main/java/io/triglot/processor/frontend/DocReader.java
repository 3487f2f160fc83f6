package io.triglot.processor.frontend;

import io.triglot.processor.model.Doc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;

/** Reads doc comments. */
final class DocReader {
  private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^[ \\t]*(@\\p{Alpha})");
  private final Symbols symbols;

  DocReader(Symbols symbols) {
    this.symbols = symbols;
  }

  DocComment read(Element element) {
    return symbols.comment(element).map(DocReader::parse).orElse(DocComment.NONE);
  }

  /**
   * Why the element is deprecated; empty text if it is deprecated without a reason, and nothing if
   * it is not deprecated.
   */
  Optional<String> deprecation(Element element) {
    return Annotated.find(element, "java.lang.Deprecated").isPresent()
        ? Optional.of(read(element).deprecated().map(Doc::text).orElse(""))
        : Optional.empty();
  }

  static DocComment parse(String comment) {
    List<String> blocks = blocks(comment);
    Map<String, Doc> parameters = new LinkedHashMap<>();
    Map<String, Doc> exceptions = new LinkedHashMap<>();
    Doc result = Doc.NONE;
    Optional<Doc> deprecated = Optional.empty();
    for (String block : blocks.subList(1, blocks.size())) {
      String[] words = block.split("\\s+", 2);
      String rest = words.length > 1 ? words[1] : "";
      String[] named = rest.split("\\s+", 2);
      Doc description = named.length > 1 ? JavadocText.toDoc(named[1]) : Doc.NONE;
      switch (words[0]) {
        case "@param" -> parameters.putIfAbsent(named[0], description);
        case "@throws", "@exception" -> exceptions.putIfAbsent(named[0], description);
        case "@return" -> result = JavadocText.toDoc(rest);
        case "@deprecated" -> deprecated = Optional.of(JavadocText.toDoc(rest));
        default -> {}
      }
    }
    return new DocComment(
        JavadocText.toDoc(blocks.get(0)), parameters, exceptions, result, deprecated);
  }

  /** The main description, which may be empty, then each block tag with what belongs to it. */
  private static List<String> blocks(String comment) {
    String text = comment.replace("\r\n", "\n");
    List<String> blocks = new ArrayList<>();
    int start = 0;
    Matcher tag = BLOCK_TAG.matcher(text);
    while (tag.find()) {
      if (isOutsideOfInlineTags(text, start, tag.start())) {
        blocks.add(text.substring(start, tag.start()));
        start = tag.start(1);
      }
    }
    blocks.add(text.substring(start));
    return blocks;
  }

  private static boolean isOutsideOfInlineTags(String text, int start, int end) {
    int at = text.indexOf("{@", start);
    while (at >= 0 && at < end) {
      int close = InlineTag.end(text, at);
      if (close > end && close < text.length()) {
        return false;
      }
      at = text.indexOf("{@", Math.min(close + 1, text.length()));
    }
    return true;
  }
}
