package io.triglot.processor.backend.rest;

import io.triglot.processor.model.Constraint;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The regular expressions of Java that mean the same in JSON Schema, whose dialect is that of
 * ECMA-262 with the flag {@code u}. Where we are not sure, there is none.
 */
final class EcmaPattern {
  private static final String UNICODE = "u[0-9a-fA-F]{4}";
  private static final String CHARACTER = "[^\\\\\\[\\](){}*+?|^$]";
  private static final String ESCAPE =
      "\\\\(?:[\\\\.*+?()\\[\\]{}|^$/dDwWsSbBtnrf]|" + UNICODE + ")";
  private static final String CLASS =
      "\\[\\^?(?:[^\\\\\\[\\]&^]|\\\\(?:[\\\\\\[\\]^.*+?(){}|$/dDwWsStnrf-]|" + UNICODE + "))+\\]";
  private static final String GROUP = "\\((?:\\?[:=!])?|\\)";
  private static final String QUANTIFIER = "(?:[*+?]|\\{[0-9]+(?:,[0-9]*)?\\})\\??(?!\\+)";

  /** One thing after the other that is known to both dialects. */
  private static final Pattern COMMON =
      Pattern.compile(
          "(?:" + String.join("|", CHARACTER, ESCAPE, CLASS, GROUP, QUANTIFIER, "[|^$]") + ")*");

  private EcmaPattern() {}

  /** The pattern of a text all of which has to match. */
  static Optional<String> of(Constraint.Matches matches) {
    String regex = matches.regex();
    if (!matches.plain() || !COMMON.matcher(regex).matches()) {
      return Optional.empty();
    }
    if (regex.contains("|")) {
      return Optional.of("^(?:" + regex + ")$");
    }
    boolean ends = regex.endsWith("$") && !regex.endsWith("\\$");
    return Optional.of((regex.startsWith("^") ? "" : "^") + regex + (ends ? "" : "$"));
  }
}
