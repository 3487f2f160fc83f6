package io.triglot.runtime.rest.json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQuery;
import java.util.Locale;

/** The forms of dates and times that Jackson's {@code @JsonFormat} gives them. */
public final class TimeForm {
  private static final long NANOS = 1_000_000_000;

  /** A point in time as seconds since 1970, with nine digits of their parts. */
  public static final TextForm<Instant> INSTANT_SECONDS =
      new TextForm<>(
          "the seconds since 1970",
          text -> {
            BigDecimal seconds = NumberText.decimal(text);
            return Instant.ofEpochSecond(whole(seconds), nanos(seconds));
          },
          value -> seconds(value.getEpochSecond(), value.getNano()));

  /** A point in time as milliseconds since 1970. */
  public static final TextForm<Instant> INSTANT_MILLIS =
      new TextForm<>(
          "the milliseconds since 1970",
          text -> Instant.ofEpochMilli(NumberText.decimal(text).longValueExact()),
          value -> Long.toString(value.toEpochMilli()));

  /** An amount of time as seconds, with nine digits of their parts. */
  public static final TextForm<Duration> DURATION_SECONDS =
      new TextForm<>(
          "a number of seconds",
          text -> {
            BigDecimal seconds = NumberText.decimal(text);
            return Duration.ofSeconds(whole(seconds), nanos(seconds));
          },
          value -> seconds(value.getSeconds(), value.getNano()));

  private static final ZonedDateTime SAMPLE =
      ZonedDateTime.of(2026, 1, 31, 13, 45, 30, 0, ZoneOffset.UTC);

  private TimeForm() {}

  /**
   * A date or time in letters. What tells no hour is at the start of its day.
   *
   * @param type makes a value of what was read
   * @param zone the time zone that values are shown in; empty for their own
   * @param locale the language tag of what is spelled out
   */
  public static <T extends TemporalAccessor> TextForm<T> pattern(
      TemporalQuery<T> type, String pattern, String zone, String locale) {
    DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().appendPattern(pattern);
    if (!pattern.replaceAll("'[^']*'", "").matches(".*[hHkKaBAnN].*")) {
      builder.parseDefaulting(ChronoField.HOUR_OF_DAY, 0);
    }
    DateTimeFormatter plain = builder.toFormatter(Locale.forLanguageTag(locale));
    DateTimeFormatter formatter =
        zone.isEmpty() ? plain : plain.withZone(ZoneId.of(zone, ZoneId.SHORT_IDS));
    return new TextForm<>(
        "text such as " + TextForm.quoted(formatter.format(SAMPLE)),
        text -> formatter.parse(text, type),
        formatter::format);
  }

  private static long whole(BigDecimal seconds) {
    return seconds.setScale(0, RoundingMode.FLOOR).longValueExact();
  }

  private static long nanos(BigDecimal seconds) {
    return seconds
        .subtract(seconds.setScale(0, RoundingMode.FLOOR))
        .multiply(BigDecimal.valueOf(NANOS))
        .longValue();
  }

  private static String seconds(long seconds, int nanos) {
    return BigDecimal.valueOf(seconds)
        .add(BigDecimal.valueOf(nanos, 9))
        .setScale(9)
        .toPlainString();
  }
}
