package io.triglot.processor.backend.graphql;

import io.triglot.processor.model.Scalar;
import java.util.Arrays;
import java.util.Optional;

/**
 * The scalar types of the mapping: GraphQL's own, and those of the runtime.
 *
 * <p>Descriptions and specifications are those of {@code
 * io.triglot.runtime.graphql.GraphQlScalars}.
 */
enum GraphQlScalar {
  INT("Int", "GraphQLInt"),
  FLOAT("Float", "GraphQLFloat"),
  STRING("String", "GraphQLString"),
  BOOLEAN("Boolean", "GraphQLBoolean"),
  ID("ID", "GraphQLID"),
  LONG("Long", "LONG", "An integer of 64 bits.", ""),
  BIG_DECIMAL("BigDecimal", "BIG_DECIMAL", "A decimal number with all its digits.", ""),
  BIG_INTEGER("BigInteger", "BIG_INTEGER", "An integer of any size.", ""),
  UUID(
      "UUID", "UUID", "A universally unique identifier.", "https://www.rfc-editor.org/rfc/rfc9562"),
  DATE_TIME(
      "DateTime",
      "DATE_TIME",
      "A point in time, with its offset from UTC.",
      "https://www.rfc-editor.org/rfc/rfc3339"),
  DURATION(
      "Duration",
      "DURATION",
      "A length of time in days, hours, minutes and seconds, such as PT8H30M (ISO 8601).",
      ""),
  DATE(
      "Date",
      "DATE",
      "A date without a time, such as 2026-01-31.",
      "https://www.rfc-editor.org/rfc/rfc3339"),
  BASE64(
      "Base64",
      "BASE64",
      "Bytes, in the alphabet of RFC 4648, section 4.",
      "https://www.rfc-editor.org/rfc/rfc4648"),
  UPLOAD(
      "Upload",
      "UPLOAD",
      "A file of a multipart request.",
      "https://github.com/jaydenseric/graphql-multipart-request-spec"),
  JSON("JSON", "JSON", "Any JSON value (RFC 8259).", "https://www.rfc-editor.org/rfc/rfc8259"),
  LOCAL_TIME(
      "LocalTime", "LOCAL_TIME", "A time of day without offset, such as 23:59:59 (ISO 8601).", ""),
  LOCAL_DATE_TIME(
      "LocalDateTime",
      "LOCAL_DATE_TIME",
      "A date and a time of day without offset, such as 2026-01-31T23:59:59 (ISO 8601).",
      ""),
  OFFSET_TIME(
      "OffsetTime",
      "OFFSET_TIME",
      "A time of day with its offset from UTC, such as 23:59:59+01:00 (ISO 8601).",
      ""),
  OFFSET_DATE_TIME(
      "OffsetDateTime",
      "OFFSET_DATE_TIME",
      "A point in time with its offset from UTC, such as 2026-01-31T23:59:59+01:00 (RFC 3339).",
      ""),
  ZONED_DATE_TIME(
      "ZonedDateTime",
      "ZONED_DATE_TIME",
      "A point in time with its zone, such as 2026-01-31T23:59:59+01:00[Europe/Paris].",
      ""),
  YEAR("Year", "YEAR", "A year of at least four digits.", ""),
  YEAR_MONTH("YearMonth", "YEAR_MONTH", "A month of a year, such as 2026-01 (ISO 8601).", ""),
  MONTH_DAY(
      "MonthDay", "MONTH_DAY", "A day of a month of any year, such as --12-24 (ISO 8601).", ""),
  PERIOD(
      "Period", "PERIOD", "An amount of years, months and days, such as P1Y2M3D (ISO 8601).", ""),
  ZONE_ID("TimeZone", "ZONE_ID", "A time zone, such as Europe/Paris.", ""),
  ZONE_OFFSET("UtcOffset", "ZONE_OFFSET", "An offset from UTC, such as +01:00.", ""),
  DAY_OF_WEEK("DayOfWeek", "DAY_OF_WEEK", "A day of the week, such as MONDAY.", ""),
  MONTH("Month", "MONTH", "A month, such as JANUARY.", ""),
  URI("URI", "URI", "A URI or a relative reference (RFC 2396).", ""),
  URL("URL", "URL", "An absolute URL.", ""),
  LOCALE("Locale", "LOCALE", "A language tag, such as pt-BR (RFC 5646).", ""),
  CURRENCY("Currency", "CURRENCY", "A currency by its code, such as EUR (ISO 4217).", "");

  private final String schemaName;
  private final String constant;
  private final boolean builtIn;
  private final String description;
  private final String specification;

  GraphQlScalar(String schemaName, String constant) {
    this(schemaName, constant, true, "", "");
  }

  GraphQlScalar(String schemaName, String constant, String description, String specification) {
    this(schemaName, constant, false, description, specification);
  }

  GraphQlScalar(
      String schemaName,
      String constant,
      boolean builtIn,
      String description,
      String specification) {
    this.schemaName = schemaName;
    this.constant = constant;
    this.builtIn = builtIn;
    this.description = description;
    this.specification = specification;
  }

  /** The scalar that a Java type has unless the module binds it to another. */
  static GraphQlScalar of(Scalar java) {
    return switch (java) {
      case BOOLEAN -> BOOLEAN;
      case BYTE, SHORT, INT -> INT;
      case LONG -> LONG;
      case FLOAT, DOUBLE -> FLOAT;
      case CHAR, STRING -> STRING;
      case BYTES -> BASE64;
      case BIG_DECIMAL -> BIG_DECIMAL;
      case BIG_INTEGER -> BIG_INTEGER;
      case JSON, JSON_OBJECT -> JSON;
      case UUID -> UUID;
      case INSTANT -> DATE_TIME;
      case DURATION -> DURATION;
      case LOCAL_DATE -> DATE;
      default -> valueOf(java.name());
    };
  }

  /** The scalar of GraphQL's own with this name. */
  static Optional<GraphQlScalar> builtIn(String name) {
    return Arrays.stream(values())
        .filter(scalar -> scalar.builtIn && scalar.schemaName.equals(name))
        .findFirst();
  }

  /** Its name, unless a module chooses another. */
  String schemaName() {
    return schemaName;
  }

  /** The constant that holds it at run time. */
  String constant() {
    return constant;
  }

  /** Whether it is GraphQL's own, which no document defines. */
  boolean isBuiltIn() {
    return builtIn;
  }

  /** What it is, for those who read the schema; empty for GraphQL's own. */
  String description() {
    return description;
  }

  /** The address of its specification; empty where there is none. */
  String specification() {
    return specification;
  }
}
