package io.triglot.runtime.graphql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

  private static final byte[] SECONDS =
      "0000-00-00T00:00:00Z".getBytes(StandardCharsets.ISO_8859_1);

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

  /** RFC 3339, which knows the years 0 to 9999 only: as {@link Instant#toString}, but faster. */
  static String instant(Instant value) {
    OffsetDateTime time = value.atOffset(ZoneOffset.UTC);
    int year = time.getYear();
    if (year < 0 || year > 9999) {
      throw new IllegalArgumentException("year " + year + " is not in RFC 3339");
    }
    if (time.getNano() != 0) {
      return value.toString();
    }
    byte[] text = SECONDS.clone();
    digits(text, 0, year / 100);
    digits(text, 2, year % 100);
    digits(text, 5, time.getMonthValue());
    digits(text, 8, time.getDayOfMonth());
    digits(text, 11, time.getHour());
    digits(text, 14, time.getMinute());
    digits(text, 17, time.getSecond());
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  private static void digits(byte[] text, int at, int number) {
    text[at] = (byte) ('0' + number / 10);
    text[at + 1] = (byte) ('0' + number % 10);
  }
}
