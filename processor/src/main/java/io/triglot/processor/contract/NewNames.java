package io.triglot.processor.contract;

import io.triglot.processor.contract.Permission.Moved;
import io.triglot.processor.model.Words;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words that the contracts have from the name of a Java type or of an operation: {@code
 * ProductInput}, {@code ProductRequest}, {@code product.proto}, {@code PRODUCT_}.
 *
 * @param words the former ones, and those in their places
 * @param constants what the constants of an enum begin with in protobuf, before and now
 */
record NewNames(Moved moved, Map<String, String> words, Map<String, String> constants) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+(?:\\.proto\\b)?");

  static NewNames of(Moved moved) {
    String from = moved.from().substring(moved.from().lastIndexOf('.') + 1);
    String to = moved.to().substring(moved.to().lastIndexOf('.') + 1);
    Map<String, String> words = new TreeMap<>();
    words.put(from, to);
    for (String suffix : new String[] {"", "Input", "Request", "Response", "Proto", "Problem"}) {
      words.put(capitalized(from) + suffix, capitalized(to) + suffix);
    }
    words.put(Words.snake(from) + ".proto", Words.snake(to) + ".proto");
    return new NewNames(
        moved, words, Map.of(Words.upperSnake(from) + "_", Words.upperSnake(to) + "_"));
  }

  /** A block with the names that it has now. */
  Block in(Block block) {
    boolean own = block.owner().equals(moved.from());
    SortedMap<String, String> members = new TreeMap<>();
    block
        .members()
        .forEach((key, value) -> members.put(own ? constant(key(key)) : key(key), in(value)));
    BlockName name = block.name();
    return new Block(
        new BlockName(name.protocol(), name.kind(), in(name.name())),
        own ? moved.to() : block.owner(),
        members);
  }

  private String in(String text) {
    return replaced(text, word -> true);
  }

  /** A member's key, in which a word in lower case is the name of something else. */
  private String key(String key) {
    return replaced(key, word -> Character.isUpperCase(word.charAt(0)));
  }

  private String replaced(String text, Predicate<String> kind) {
    return WORD.matcher(text)
        .replaceAll(
            found -> {
              String word = found.group();
              return Matcher.quoteReplacement(
                  kind.test(word) ? words.getOrDefault(word, word) : word);
            });
  }

  private String constant(String key) {
    return constants.entrySet().stream()
        .filter(prefix -> key.startsWith(prefix.getKey()))
        .findFirst()
        .map(prefix -> prefix.getValue() + key.substring(prefix.getKey().length()))
        .orElse(key);
  }

  private static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
