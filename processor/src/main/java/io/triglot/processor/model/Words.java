package io.triglot.processor.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names taken apart into words: {@code URLPath} is <em>url path</em>, {@code address1} is one word.
 * All protocols' names are made from these.
 */
public final class Words {
  private static final Pattern BOUNDARY =
      Pattern.compile("_+|(?<=[\\p{Ll}\\p{Nd}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

  private Words() {}

  /** The words of an identifier in lower case. */
  public static List<String> of(String identifier) {
    return BOUNDARY
        .splitAsStream(identifier)
        .filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }

  /** {@code updateOrderStatus} as {@code update_order_status}. */
  public static String snake(String identifier) {
    return String.join("_", of(identifier));
  }

  /** {@code updateOrderStatus} as {@code UPDATE_ORDER_STATUS}. */
  public static String upperSnake(String identifier) {
    return snake(identifier).toUpperCase(Locale.ROOT);
  }

  /** {@code updateOrderStatus} as {@code update-order-status}. */
  public static String kebab(String identifier) {
    return String.join("-", of(identifier));
  }

  /** {@code update_order_status} or {@code UpdateOrderStatus} as {@code updateOrderStatus}. */
  public static String lowerCamel(String identifier) {
    String camel = of(identifier).stream().map(Words::capitalized).collect(Collectors.joining());
    return camel.isEmpty()
        ? camel
        : camel.substring(0, 1).toLowerCase(Locale.ROOT) + camel.substring(1);
  }

  /**
   * A name from elsewhere as an identifier in lowerCamelCase, {@code order-id} as {@code orderId};
   * one that is an identifier without underscores stays as it is.
   *
   * @return empty where nothing is left that an identifier can begin with
   */
  public static Optional<String> identifier(String name) {
    String words = name.replaceAll("[^A-Za-z0-9]+", "_");
    String camel = words.contains("_") || !words.equals(name) ? lowerCamel(words) : name;
    return camel.matches("[A-Za-z].*")
        ? Optional.of(camel.substring(0, 1).toLowerCase(Locale.ROOT) + camel.substring(1))
        : Optional.empty();
  }

  /**
   * The plural of a noun by a small closed set of rules, {@code category} as {@code categories}:
   * its last word, in the case it stands in. Irregular nouns are not known.
   */
  public static String plural(String noun) {
    if (noun.matches(".*[^aeiouAEIOU]y")) {
      return noun.substring(0, noun.length() - 1) + "ies";
    }
    return noun.matches(".*(s|x|z|ch|sh)") ? noun + "es" : noun + "s";
  }

  private static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
