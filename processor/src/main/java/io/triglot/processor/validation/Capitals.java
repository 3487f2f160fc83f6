package io.triglot.processor.validation;

import java.util.Locale;

/** First letters. */
final class Capitals {
  private Capitals() {}

  static String upperFirst(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
