package io.triglot.processor.frontend;

import io.triglot.processor.model.Constraint;
import io.triglot.processor.model.Constraints;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Tells whether a text is the value that constraints ask for, as far as contracts tell them. */
final class ConstraintCheck {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

  private ConstraintCheck() {}

  /** What is wrong with a value, in words; empty where nothing is known to be. */
  static Optional<String> breach(String text, Constraints constraints) {
    return constraints.own().stream().flatMap(each -> breach(text, each).stream()).findFirst();
  }

  private static Optional<String> breach(String text, Constraint constraint) {
    if (constraint instanceof Constraint.Size size) {
      int length = text.codePointCount(0, text.length());
      return unless(
          length >= size.min() && length <= size.max(), "it has " + length + " characters");
    }
    if (constraint instanceof Constraint.NotBlank) {
      return unless(!text.isBlank(), "it is blank");
    }
    if (constraint instanceof Constraint.Minimum minimum && isNumber(text)) {
      int side = new BigDecimal(text).compareTo(minimum.value());
      return unless(
          side > 0 || side == 0 && minimum.inclusive(),
          "it is not above " + minimum.value().toPlainString());
    }
    if (constraint instanceof Constraint.Maximum maximum && isNumber(text)) {
      int side = new BigDecimal(text).compareTo(maximum.value());
      return unless(
          side < 0 || side == 0 && maximum.inclusive(),
          "it is not below " + maximum.value().toPlainString());
    }
    if (constraint instanceof Constraint.Digits digits && isNumber(text)) {
      BigDecimal value = new BigDecimal(text).stripTrailingZeros();
      return unless(
          value.precision() - value.scale() <= digits.integer()
              && value.scale() <= digits.fraction(),
          "it has too many digits");
    }
    if (constraint instanceof Constraint.Matches matches) {
      return unless(
          !matches.plain() || matches(text, matches.regex()),
          "it does not match " + matches.regex());
    }
    return constraint instanceof Constraint.Email
        ? unless(EMAIL.matcher(text).matches(), "it is no address of e-mail")
        : Optional.empty();
  }

  /** Bounds of what is no number are not ours to know. */
  private static boolean isNumber(String text) {
    return text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  }

  private static boolean matches(String text, String regex) {
    try {
      return Pattern.matches(regex, text);
    } catch (PatternSyntaxException refusedElsewhere) {
      return true;
    }
  }

  private static Optional<String> unless(boolean right, String breach) {
    return right ? Optional.empty() : Optional.of(breach);
  }
}
