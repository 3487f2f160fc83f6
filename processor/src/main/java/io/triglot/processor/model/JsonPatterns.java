package io.triglot.processor.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQuery;
import java.util.Locale;
import java.util.Optional;

/**
 * What patterns of dates and times make of values; {@code TimeForm} of the runtime does the same.
 */
public final class JsonPatterns {
  private static final ZonedDateTime SAMPLE =
      ZonedDateTime.of(2026, 1, 31, 13, 45, 30, 0, ZoneOffset.UTC);

  private JsonPatterns() {}

  /** Whether values of the scalar can be written by a pattern. */
  public static boolean apply(Scalar scalar) {
    return query(scalar).isPresent();
  }

  /**
   * An example of what a pattern makes of a value.
   *
   * @throws DateTimeException or {@link IllegalArgumentException} if it cannot write one, or cannot
   *     read what it has written
   */
  public static String example(Scalar scalar, JsonFormat.Pattern pattern) {
    TemporalQuery<? extends TemporalAccessor> query = query(scalar).orElseThrow();
    DateTimeFormatter formatter = formatter(pattern);
    String text = formatter.format(query.queryFrom(SAMPLE));
    formatter.parse(text, query);
    return text;
  }

  private static DateTimeFormatter formatter(JsonFormat.Pattern pattern) {
    DateTimeFormatterBuilder builder =
        new DateTimeFormatterBuilder().appendPattern(pattern.pattern());
    if (!pattern.pattern().replaceAll("'[^']*'", "").matches(".*[hHkKaBAnN].*")) {
      builder.parseDefaulting(ChronoField.HOUR_OF_DAY, 0);
    }
    DateTimeFormatter formatter = builder.toFormatter(Locale.forLanguageTag(pattern.locale()));
    return pattern.zone().isEmpty()
        ? formatter
        : formatter.withZone(ZoneId.of(pattern.zone(), ZoneId.SHORT_IDS));
  }

  private static Optional<TemporalQuery<? extends TemporalAccessor>> query(Scalar scalar) {
    return Optional.ofNullable(
        switch (scalar) {
          case INSTANT -> Instant::from;
          case LOCAL_DATE -> LocalDate::from;
          case LOCAL_TIME -> LocalTime::from;
          case LOCAL_DATE_TIME -> LocalDateTime::from;
          case OFFSET_TIME -> OffsetTime::from;
          case OFFSET_DATE_TIME -> OffsetDateTime::from;
          case ZONED_DATE_TIME -> ZonedDateTime::from;
          case YEAR -> Year::from;
          case YEAR_MONTH -> YearMonth::from;
          case MONTH_DAY -> MonthDay::from;
          default -> null;
        });
  }
}
