package io.triglot.runtime.rest.json;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Numbers as text, read only where they can be worked with in a sensible time: a few characters
 * such as {@code 1e999999999} must not become a number of as many digits.
 *
 * <p>What is no such number is an {@link IllegalArgumentException} or an {@link
 * ArithmeticException}.
 */
final class NumberText {
  private NumberText() {}

  /** What a whole number within bounds has to look like. */
  static String expectation(long min, long max) {
    return "a whole number from " + min + " to " + max;
  }

  static long whole(String text, long min, long max) {
    long number = Long.parseLong(text);
    if (number < min || number > max) {
      throw new ArithmeticException("out of range");
    }
    return number;
  }

  static float float32(String text) {
    float number = nonFinite(text) ? Float.parseFloat(text) : decimal(text).floatValue();
    requireRange(Float.isInfinite(number), text);
    return number;
  }

  static double float64(String text) {
    double number = nonFinite(text) ? Double.parseDouble(text) : decimal(text).doubleValue();
    requireRange(Double.isInfinite(number), text);
    return number;
  }

  static BigDecimal decimal(String text) {
    return limited(new BigDecimal(limited(text)));
  }

  static BigInteger integer(String text) {
    return new BigInteger(limited(text));
  }

  private static String limited(String number) {
    if (number.length() > Json.MAX_DIGITS) {
      throw new NumberFormatException("too many digits");
    }
    return number;
  }

  private static BigDecimal limited(BigDecimal number) {
    if (Math.abs((long) number.scale()) > Json.MAX_DIGITS) {
      throw new ArithmeticException("too many digits");
    }
    return number;
  }

  private static boolean nonFinite(String text) {
    return text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
  }

  private static void requireRange(boolean infinite, String text) {
    if (infinite && !nonFinite(text)) {
      throw new ArithmeticException("out of range");
    }
  }
}
