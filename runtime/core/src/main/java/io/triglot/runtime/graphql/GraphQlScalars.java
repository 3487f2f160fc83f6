package io.triglot.runtime.graphql;

import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import io.triglot.runtime.TextScalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The custom scalars of the mapping, each bound to one Java type. */
public final class GraphQlScalars {
  /** {@code long}: a JSON number of up to 64 bits. */
  public static final GraphQLScalarType LONG =
      scalar(
          "Long",
          "An integer of 64 bits.",
          null,
          new NumberCoercing<>(Long.class, BigDecimal::longValueExact));

  /** {@link BigDecimal}: a JSON number with all its digits. */
  public static final GraphQLScalarType BIG_DECIMAL =
      scalar(
          "BigDecimal",
          "A decimal number with all its digits.",
          null,
          new NumberCoercing<>(BigDecimal.class, number -> number));

  /** {@link BigInteger}: a JSON number with all its digits. */
  public static final GraphQLScalarType BIG_INTEGER =
      scalar(
          "BigInteger",
          "An integer of any size.",
          null,
          new NumberCoercing<>(BigInteger.class, BigDecimal::toBigIntegerExact));

  /** {@link java.util.UUID}. */
  public static final GraphQLScalarType UUID =
      scalar(
          "UUID",
          "A universally unique identifier.",
          "https://www.rfc-editor.org/rfc/rfc9562",
          new TextCoercing<>(UUID.class, ScalarText::uuid, java.util.UUID::toString));

  /** {@link Instant}. */
  public static final GraphQLScalarType DATE_TIME =
      scalar(
          "DateTime",
          "A point in time, with its offset from UTC.",
          "https://www.rfc-editor.org/rfc/rfc3339",
          new TextCoercing<>(Instant.class, ScalarText::instant, ScalarText::instant));

  /** {@link java.time.Duration}. */
  public static final GraphQLScalarType DURATION =
      scalar(
          "Duration",
          "A length of time in days, hours, minutes and seconds, such as PT8H30M (ISO 8601).",
          null,
          new TextCoercing<>(Duration.class, java.time.Duration::parse, Object::toString));

  /** {@link LocalDate}. */
  public static final GraphQLScalarType DATE =
      scalar(
          "Date",
          "A date without a time, such as 2026-01-31.",
          "https://www.rfc-editor.org/rfc/rfc3339",
          new TextCoercing<>(LocalDate.class, LocalDate::parse, LocalDate::toString));

  /** {@code byte[]}. */
  public static final GraphQLScalarType BASE64 =
      scalar(
          "Base64",
          "Bytes, in the alphabet of RFC 4648, section 4.",
          "https://www.rfc-editor.org/rfc/rfc4648",
          new TextCoercing<>(
              byte[].class,
              text -> Base64.getDecoder().decode(text),
              bytes -> Base64.getEncoder().encodeToString(bytes)));

  /** A file of a request in parts: {@link io.triglot.runtime.Upload}. */
  public static final GraphQLScalarType UPLOAD =
      scalar(
          "Upload",
          "A file of a multipart request.",
          "https://github.com/jaydenseric/graphql-multipart-request-spec",
          new UploadCoercing());

  /** Any JSON value. */
  public static final GraphQLScalarType JSON =
      scalar(
          "JSON",
          "Any JSON value (RFC 8259).",
          "https://www.rfc-editor.org/rfc/rfc8259",
          new JsonCoercing());

  /** {@link java.time.LocalTime}. */
  public static final GraphQLScalarType LOCAL_TIME =
      text(
          "LocalTime",
          "A time of day without offset, such as 23:59:59 (ISO 8601).",
          TextScalar.LOCAL_TIME);

  /** {@link java.time.LocalDateTime}. */
  public static final GraphQLScalarType LOCAL_DATE_TIME =
      text(
          "LocalDateTime",
          "A date and a time of day without offset, such as 2026-01-31T23:59:59 (ISO 8601).",
          TextScalar.LOCAL_DATE_TIME);

  /** {@link java.time.OffsetTime}. */
  public static final GraphQLScalarType OFFSET_TIME =
      text(
          "OffsetTime",
          "A time of day with its offset from UTC, such as 23:59:59+01:00 (ISO 8601).",
          TextScalar.OFFSET_TIME);

  /** {@link java.time.OffsetDateTime}. */
  public static final GraphQLScalarType OFFSET_DATE_TIME =
      text(
          "OffsetDateTime",
          "A point in time with its offset from UTC, such as 2026-01-31T23:59:59+01:00 (RFC 3339).",
          TextScalar.OFFSET_DATE_TIME);

  /** {@link java.time.ZonedDateTime}. */
  public static final GraphQLScalarType ZONED_DATE_TIME =
      text(
          "ZonedDateTime",
          "A point in time with its zone, such as 2026-01-31T23:59:59+01:00[Europe/Paris].",
          TextScalar.ZONED_DATE_TIME);

  /** {@link java.time.Year}. */
  public static final GraphQLScalarType YEAR =
      text("Year", "A year of at least four digits.", TextScalar.YEAR);

  /** {@link java.time.YearMonth}. */
  public static final GraphQLScalarType YEAR_MONTH =
      text("YearMonth", "A month of a year, such as 2026-01 (ISO 8601).", TextScalar.YEAR_MONTH);

  /** {@link java.time.MonthDay}. */
  public static final GraphQLScalarType MONTH_DAY =
      text(
          "MonthDay",
          "A day of a month of any year, such as --12-24 (ISO 8601).",
          TextScalar.MONTH_DAY);

  /** {@link java.time.Period}. */
  public static final GraphQLScalarType PERIOD =
      text(
          "Period",
          "An amount of years, months and days, such as P1Y2M3D (ISO 8601).",
          TextScalar.PERIOD);

  /** {@link java.time.ZoneId}. */
  public static final GraphQLScalarType ZONE_ID =
      text("TimeZone", "A time zone, such as Europe/Paris.", TextScalar.ZONE_ID);

  /** {@link java.time.ZoneOffset}. */
  public static final GraphQLScalarType ZONE_OFFSET =
      text("UtcOffset", "An offset from UTC, such as +01:00.", TextScalar.ZONE_OFFSET);

  /** {@link java.time.DayOfWeek}. */
  public static final GraphQLScalarType DAY_OF_WEEK =
      text("DayOfWeek", "A day of the week, such as MONDAY.", TextScalar.DAY_OF_WEEK);

  /** {@link java.time.Month}. */
  public static final GraphQLScalarType MONTH =
      text("Month", "A month, such as JANUARY.", TextScalar.MONTH);

  /** {@link java.net.URI}. */
  public static final GraphQLScalarType URI =
      text("URI", "A URI or a relative reference (RFC 2396).", TextScalar.URI);

  /** {@link java.net.URL}. */
  public static final GraphQLScalarType URL = text("URL", "An absolute URL.", TextScalar.URL);

  /** {@link java.util.Locale}. */
  public static final GraphQLScalarType LOCALE =
      text("Locale", "A language tag, such as pt-BR (RFC 5646).", TextScalar.LOCALE);

  /** {@link java.util.Currency}. */
  public static final GraphQLScalarType CURRENCY =
      text("Currency", "A currency by its code, such as EUR (ISO 4217).", TextScalar.CURRENCY);

  private GraphQlScalars() {}

  private static <T> GraphQLScalarType text(String name, String description, TextScalar<T> scalar) {
    return scalar(
        name,
        description,
        null,
        new TextCoercing<>(scalar.type(), scalar.expectation(), scalar::parse, scalar::format));
  }

  private static GraphQLScalarType scalar(
      String name, String description, @Nullable String specification, Coercing<?, ?> coercing) {
    return GraphQLScalarType.newScalar()
        .name(name)
        .description(description)
        .specifiedByUrl(specification)
        .coercing(coercing)
        .build();
  }
}
