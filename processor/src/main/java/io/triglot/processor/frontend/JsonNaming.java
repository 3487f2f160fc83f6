package io.triglot.processor.frontend;

import java.util.Locale;
import java.util.Optional;

/** Jackson's naming strategies: how the name of a property in Java becomes its name in JSON. */
enum JsonNaming {
  SNAKE_CASE {
    @Override
    String apply(String name) {
      return name.replaceFirst("^_(?=.)", "")
          .replaceAll("(?<=[^_\\p{Lu}])(?=\\p{Lu})", "_")
          .toLowerCase(Locale.ROOT);
    }
  },
  UPPER_SNAKE_CASE {
    @Override
    String apply(String name) {
      return SNAKE_CASE.apply(name).toUpperCase(Locale.ROOT);
    }
  },
  LOWER_CAMEL_CASE {
    @Override
    String apply(String name) {
      return name;
    }
  },
  UPPER_CAMEL_CASE {
    @Override
    String apply(String name) {
      return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
  },
  LOWER_CASE {
    @Override
    String apply(String name) {
      return name.toLowerCase(Locale.ROOT);
    }
  },
  KEBAB_CASE {
    @Override
    String apply(String name) {
      return separated(name, "-");
    }
  },
  LOWER_DOT_CASE {
    @Override
    String apply(String name) {
      return separated(name, ".");
    }
  };

  /** The name in JSON. */
  abstract String apply(String name);

  /**
   * The strategy that a class of Jackson's stands for, such as {@code SnakeCaseStrategy}.
   *
   * @return empty where it is a class of somebody else's
   */
  static Optional<JsonNaming> of(String simpleName) {
    return switch (simpleName) {
      case "SnakeCaseStrategy" -> Optional.of(SNAKE_CASE);
      case "UpperSnakeCaseStrategy" -> Optional.of(UPPER_SNAKE_CASE);
      case "LowerCamelCaseStrategy", "PropertyNamingStrategy" -> Optional.of(LOWER_CAMEL_CASE);
      case "UpperCamelCaseStrategy", "PascalCaseStrategy" -> Optional.of(UPPER_CAMEL_CASE);
      case "LowerCaseStrategy" -> Optional.of(LOWER_CASE);
      case "KebabCaseStrategy" -> Optional.of(KEBAB_CASE);
      case "LowerDotCaseStrategy" -> Optional.of(LOWER_DOT_CASE);
      default -> Optional.empty();
    };
  }

  /**
   * Words begin where capitals do; of several capitals in a row the last belongs to what follows.
   */
  private static String separated(String name, String separator) {
    return name.replaceAll("(?<=\\P{Lu})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\P{Lu})", separator)
        .toLowerCase(Locale.ROOT);
  }
}
