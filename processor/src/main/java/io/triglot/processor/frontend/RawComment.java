package io.triglot.processor.frontend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A doc comment, taken apart into the main description and what its block tags say, all as written.
 *
 * @param text the main description
 * @param parameters by name; type parameters with their angle brackets
 * @param exceptions by their names as the tags write them
 */
record RawComment(
    String text,
    Map<String, String> parameters,
    Map<String, String> exceptions,
    Optional<String> result,
    Optional<String> deprecated) {
  private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^[ \\t]*(@\\p{Alpha})");
  private static final Pattern FENCE = Pattern.compile("(?m)^ {0,3}(?:```|~~~)");
  private static final Pattern RETURN = Pattern.compile("\\s*\\{@return\\s");

  /** Takes the text of a comment apart. */
  static RawComment parse(String comment) {
    List<String> blocks = blocks(comment.replace("\r\n", "\n").replace('\r', '\n'));
    Map<String, String> parameters = new LinkedHashMap<>();
    Map<String, String> exceptions = new LinkedHashMap<>();
    Optional<String> result = inlineResult(blocks.get(0));
    Optional<String> deprecated = Optional.empty();
    for (String block : blocks.subList(1, blocks.size())) {
      String[] words = block.split("\\s+", 2);
      String rest = words.length > 1 ? words[1] : "";
      String[] named = rest.split("\\s+", 2);
      String description = named.length > 1 ? named[1] : "";
      switch (words[0]) {
        case "@param" -> parameters.putIfAbsent(named[0], description);
        case "@throws", "@exception" -> exceptions.putIfAbsent(named[0], description);
        case "@return" -> result = Optional.of(rest);
        case "@deprecated" -> deprecated = Optional.of(rest);
        default -> {}
      }
    }
    return new RawComment(blocks.get(0), parameters, exceptions, result, deprecated);
  }

  /** What {@code {@return …}} at the start of the main description says. */
  private static Optional<String> inlineResult(String text) {
    Matcher tag = RETURN.matcher(text);
    return tag.lookingAt()
        ? Optional.of(
            text.substring(tag.end(), InlineTag.end(text, text.indexOf('{'))).stripTrailing())
        : Optional.empty();
  }

  /** The main description, which may be empty, then each block tag with what belongs to it. */
  private static List<String> blocks(String text) {
    List<String> blocks = new ArrayList<>();
    int start = 0;
    Matcher tag = BLOCK_TAG.matcher(text);
    while (tag.find()) {
      if (isOutsideOfInlineTags(text, start, tag.start())
          && FENCE.matcher(text.substring(start, tag.start())).results().count() % 2 == 0) {
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
