package io.triglot.runtime.graphql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The text forms of scalars, read strictly: what the other protocols refuse is refused here too.
 * Every method throws a {@link RuntimeException} for text that it does not accept.
 */
final class ScalarText {
  /** Beyond this, arithmetic on a number of a few characters can take all memory. */
  private static final int MAX_DIGITS = 10_000;

  private static final Pattern UUID_FORM =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private ScalarText() {}

  static BigDecimal decimal(String text) {
    return bounded(new BigDecimal(text));
  }

  /** The number, unless writing it out would take an enormous number of digits. */
  static BigDecimal bounded(BigDecimal number) {
    if (number.precision() > MAX_DIGITS || Math.abs((long) number.scale()) > MAX_DIGITS) {
      throw new ArithmeticException("more than " + MAX_DIGITS + " digits");
    }
    return number;
  }

  static BigInteger integer(String text) {
    return decimal(text).toBigIntegerExact();
  }

  /** RFC 9562, section 4. {@link UUID#fromString} alone also accepts shortened groups. */
  static UUID uuid(String text) {
    if (!UUID_FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not a UUID");
    }
    return UUID.fromString(text);
  }

  /** RFC 3339. */
  static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  /** RFC 3339, which knows the years 0 to 9999 only. */
  static String instant(Instant value) {
    int year = value.atOffset(ZoneOffset.UTC).get(ChronoField.YEAR);
    if (year < 0 || year > 9999) {
      throw new IllegalArgumentException("year " + year + " is not in RFC 3339");
    }
    return value.toString();
  }
}
