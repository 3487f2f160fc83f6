package io.triglot.runtime.graphql;

import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
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

  private GraphQlScalars() {}

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
