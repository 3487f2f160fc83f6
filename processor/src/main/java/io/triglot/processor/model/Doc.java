package io.triglot.processor.model;

/**
 * A description in Markdown, as it stands in OpenAPI, SDL and {@code .proto}.
 *
 * @param text without leading or trailing blanks; empty where there is none
 */
public record Doc(String text) {
  /** No description. */
  public static final Doc NONE = new Doc("");

  /** Trims. */
  public Doc {
    text = text.strip();
  }

  /** Whether there is no description. */
  public boolean isEmpty() {
    return text.isEmpty();
  }
}
