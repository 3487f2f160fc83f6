package io.triglot.processor.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A description in Markdown, as it stands in OpenAPI, SDL and {@code .proto}.
 *
 * @param text without leading or trailing blanks; empty where there is none
 * @param example the text of a value of what is described, or of one of its elements, where the
 *     user gives one
 */
public record Doc(String text, Optional<String> example) {
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "[\\p{Cc}\\x{2028}\\x{2029}\\x{FEFF}&&[^\\n\\t]]|([\\p{Cs}\\x{FFFE}\\x{FFFF}])");

  /** No description. */
  public static final Doc NONE = new Doc("");

  /** Trims, and replaces what no document may contain. */
  public Doc {
    text = clean(text).strip();
  }

  /** A description without an example. */
  public Doc(String text) {
    this(text, Optional.empty());
  }

  /** Whether there is no description. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** This description, or the other where there is none. */
  public Doc or(Doc other) {
    return isEmpty() ? other : this;
  }

  /** This description, and below it for whom the thing is, if not for everybody. */
  public Doc guarded(Access access) {
    return switch (access.level()) {
      case OPEN -> this;
      case AUTHENTICATED -> with("Only for signed-in callers.");
      case DENIED -> with("Not for any caller.");
      case ROLES -> with("Only for callers with role " + String.join(" or ", access.roles()) + ".");
    };
  }

  /** This description, and this below it. */
  public Doc with(String paragraph) {
    return paragraph.isEmpty() ? this : new Doc(text + "\n\n" + paragraph, example);
  }

  /** This description with an example, if there is one. */
  public Doc withExample(Optional<String> value) {
    return value.isPresent() ? new Doc(text, value) : this;
  }

  /** This description, and below it why the thing is deprecated, if there is a reason. */
  public Doc deprecated(Optional<String> reason) {
    return reason
        .filter(why -> !why.isEmpty())
        .map(why -> with("**Deprecated.** " + why))
        .orElse(this);
  }

  /** Lines end as in Unix; blanks for control characters, and U+FFFD for halves of characters. */
  private static String clean(String text) {
    return FORBIDDEN
        .matcher(text.replace("\r\n", "\n").replace('\r', '\n'))
        .replaceAll(found -> found.group(1) == null ? " " : "\uFFFD");
  }
}
