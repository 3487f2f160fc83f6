package io.triglot.processor.model;

import java.math.BigDecimal;

/** What a value has to be (Jakarta Validation), as far as contracts can tell it. */
public sealed interface Constraint {
  /**
   * So many characters, bytes, elements or entries.
   *
   * @param max {@link Integer#MAX_VALUE} where there is no upper bound
   */
  record Size(int min, int max) implements Constraint {}

  /** A text with a character that is not white space. */
  record NotBlank() implements Constraint {}

  /** A number that is not below this one, or above it. */
  record Minimum(BigDecimal value, boolean inclusive) implements Constraint {}

  /** A number that is not above this one, or below it. */
  record Maximum(BigDecimal value, boolean inclusive) implements Constraint {}

  /** A number of no more digits than these, before and after the decimal point. */
  record Digits(int integer, int fraction) implements Constraint {}

  /**
   * A text all of which matches a regular expression of Java.
   *
   * @param plain whether it is matched without flags
   */
  record Matches(String regex, boolean plain) implements Constraint {}

  /** An address of e-mail. */
  record Email() implements Constraint {}

  /**
   * A time before or after that of the call.
   *
   * @param present whether it may be that of the call
   */
  record Moment(boolean future, boolean present) implements Constraint {}

  /**
   * A constraint that contracts do not tell.
   *
   * @param annotation the simple name
   */
  record Other(String annotation) implements Constraint {}
}
