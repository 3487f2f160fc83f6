package io.triglot.runtime;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value type of the JDK that every protocol carries as text, always in the same form.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> the Java type of a value
 */
public final class TextScalar<T> {
  private static final DateTimeFormatter YEAR_FORM =
      new DateTimeFormatterBuilder()
          .appendValue(ChronoField.YEAR, 4, 10, SignStyle.EXCEEDS_PAD)
          .toFormatter(Locale.ROOT);
  private static final DateTimeFormatter YEAR_MONTH_FORM =
      new DateTimeFormatterBuilder()
          .append(YEAR_FORM)
          .appendLiteral('-')
          .appendValue(ChronoField.MONTH_OF_YEAR, 2)
          .toFormatter(Locale.ROOT);

  /** A time of day without offset, such as {@code 23:59:59} (ISO 8601). */
  public static final TextScalar<LocalTime> LOCAL_TIME =
      new TextScalar<>(
          LocalTime.class,
          "a time such as 23:59:59",
          DateTimeFormatter.ISO_LOCAL_TIME::format,
          LocalTime::parse);

  /** A date and a time of day without offset, such as {@code 2026-01-31T23:59:59} (ISO 8601). */
  public static final TextScalar<LocalDateTime> LOCAL_DATE_TIME =
      new TextScalar<>(
          LocalDateTime.class,
          "a date and time such as 2026-01-31T23:59:59",
          DateTimeFormatter.ISO_LOCAL_DATE_TIME::format,
          LocalDateTime::parse);

  /** A time of day with its offset from UTC, such as {@code 23:59:59+01:00} (ISO 8601). */
  public static final TextScalar<OffsetTime> OFFSET_TIME =
      new TextScalar<>(
          OffsetTime.class,
          "a time with its offset such as 23:59:59+01:00",
          DateTimeFormatter.ISO_OFFSET_TIME::format,
          OffsetTime::parse);

  /** A point in time with its offset from UTC, which is kept (RFC 3339). */
  public static final TextScalar<OffsetDateTime> OFFSET_DATE_TIME =
      new TextScalar<>(
          OffsetDateTime.class,
          "a date and time with its offset such as 2026-01-31T23:59:59+01:00",
          DateTimeFormatter.ISO_OFFSET_DATE_TIME::format,
          OffsetDateTime::parse);

  /** A point in time with its zone, such as {@code 2026-01-31T23:59:59+01:00[Europe/Paris]}. */
  public static final TextScalar<ZonedDateTime> ZONED_DATE_TIME =
      new TextScalar<>(
          ZonedDateTime.class,
          "a date and time with its zone such as 2026-01-31T23:59:59+01:00[Europe/Paris]",
          DateTimeFormatter.ISO_ZONED_DATE_TIME::format,
          ZonedDateTime::parse);

  /** A year of at least four digits. */
  public static final TextScalar<Year> YEAR =
      new TextScalar<>(
          Year.class,
          "a year such as 2026",
          YEAR_FORM::format,
          text -> Year.parse(text, YEAR_FORM));

  /** A month of a year, such as {@code 2026-01} (ISO 8601). */
  public static final TextScalar<YearMonth> YEAR_MONTH =
      new TextScalar<>(
          YearMonth.class,
          "a month such as 2026-01",
          YEAR_MONTH_FORM::format,
          text -> YearMonth.parse(text, YEAR_MONTH_FORM));

  /** A day of a month of any year, such as {@code --12-24} (ISO 8601). */
  public static final TextScalar<MonthDay> MONTH_DAY =
      new TextScalar<>(
          MonthDay.class, "a day of a year such as --12-24", MonthDay::toString, MonthDay::parse);

  /** An amount of years, months and days, such as {@code P1Y2M3D} (ISO 8601). */
  public static final TextScalar<Period> PERIOD =
      new TextScalar<>(Period.class, "a period such as P1Y2M3D", Period::toString, Period::parse);

  /** A time zone, such as {@code Europe/Paris} or {@code +01:00}. */
  public static final TextScalar<ZoneId> ZONE_ID =
      new TextScalar<>(ZoneId.class, "a time zone such as Europe/Paris", ZoneId::getId, ZoneId::of);

  /** An offset from UTC, such as {@code +01:00}. */
  public static final TextScalar<ZoneOffset> ZONE_OFFSET =
      new TextScalar<>(
          ZoneOffset.class, "an offset such as +01:00", ZoneOffset::getId, ZoneOffset::of);

  /** A day of the week by its English name in capitals, such as {@code MONDAY}. */
  public static final TextScalar<DayOfWeek> DAY_OF_WEEK =
      new TextScalar<>(
          DayOfWeek.class, "a day such as MONDAY", DayOfWeek::name, DayOfWeek::valueOf);

  /** A month of any year by its English name in capitals, such as {@code JANUARY}. */
  public static final TextScalar<Month> MONTH =
      new TextScalar<>(Month.class, "a month such as JANUARY", Month::name, Month::valueOf);

  /** A URI or a relative reference (RFC 2396, as {@link java.net.URI} reads it). */
  public static final TextScalar<java.net.URI> URI =
      new TextScalar<>(java.net.URI.class, "a URI", java.net.URI::toString, TextScalar::requireUri);

  /** An absolute URL of a protocol that the JVM knows. */
  public static final TextScalar<java.net.URL> URL =
      new TextScalar<>(
          java.net.URL.class,
          "a URL such as https://example.com/",
          java.net.URL::toExternalForm,
          TextScalar::requireUrl);

  /** A language tag, such as {@code pt-BR} (RFC 5646). */
  public static final TextScalar<Locale> LOCALE =
      new TextScalar<>(
          Locale.class, "a language tag such as pt-BR", Locale::toLanguageTag, TextScalar::locale);

  /** A currency by its code, such as {@code EUR} (ISO 4217). */
  public static final TextScalar<Currency> CURRENCY =
      new TextScalar<>(
          Currency.class,
          "a currency such as EUR",
          Currency::getCurrencyCode,
          Currency::getInstance);

  private static final List<TextScalar<?>> ALL =
      List.of(
          LOCAL_TIME,
          LOCAL_DATE_TIME,
          OFFSET_TIME,
          OFFSET_DATE_TIME,
          ZONED_DATE_TIME,
          YEAR,
          YEAR_MONTH,
          MONTH_DAY,
          PERIOD,
          ZONE_ID,
          ZONE_OFFSET,
          DAY_OF_WEEK,
          MONTH,
          URI,
          URL,
          LOCALE,
          CURRENCY);

  private final Class<T> type;
  private final String expectation;
  private final Function<T, String> formatting;
  private final Function<String, T> parsing;

  private TextScalar(
      Class<T> type,
      String expectation,
      Function<T, String> formatting,
      Function<String, T> parsing) {
    this.type = type;
    this.expectation = expectation;
    this.formatting = formatting;
    this.parsing = parsing;
  }

  /** The scalar that has values of exactly this type; empty for other types. */
  static Optional<TextScalar<?>> of(Class<?> type) {
    return ALL.stream().filter(scalar -> scalar.type == type).findFirst();
  }

  /** The text of a value of any of these types, or else what the value says of itself. */
  static String textOf(Object value) {
    return ALL.stream()
        .filter(scalar -> scalar.type.isInstance(value))
        .findFirst()
        .map(scalar -> scalar.formatAny(value))
        .orElseGet(value::toString);
  }

  private String formatAny(Object value) {
    return format(type.cast(value));
  }

  /** The Java type of a value. */
  public Class<T> type() {
    return type;
  }

  /** What a text has to be, to be read after the word <em>expected</em>. */
  public String expectation() {
    return expectation;
  }

  /** The text of a value. */
  public String format(T value) {
    return formatting.apply(value);
  }

  /**
   * The value of a text.
   *
   * @throws IllegalArgumentException for a text that is no such value
   */
  public T parse(String text) {
    try {
      return parsing.apply(text);
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static URI requireUri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static URL requireUrl(String text) {
    try {
      return requireUri(text).toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Locale locale(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("empty");
    }
    try {
      return new Locale.Builder().setLanguageTag(text).build();
    } catch (IllformedLocaleException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
