package io.triglot.processor.model;

import java.util.Optional;

/** The scalar types, each with the Java class that it is and, for eight of them, its primitive. */
public enum Scalar {
  BOOLEAN("java.lang.Boolean", "boolean"),
  BYTE("java.lang.Byte", "byte"),
  SHORT("java.lang.Short", "short"),
  INT("java.lang.Integer", "int"),
  LONG("java.lang.Long", "long"),
  FLOAT("java.lang.Float", "float"),
  DOUBLE("java.lang.Double", "double"),
  CHAR("java.lang.Character", "char"),
  STRING("java.lang.String", ""),
  BYTES("byte[]", ""),
  BIG_DECIMAL("java.math.BigDecimal", ""),
  BIG_INTEGER("java.math.BigInteger", ""),
  /** Any JSON value, as {@code io.triglot.runtime.JsonValues} has it. */
  JSON("java.lang.Object", ""),
  /** Any JSON object: a map by name. */
  JSON_OBJECT("java.util.Map<java.lang.String, java.lang.Object>", ""),
  /** Content of any media type: only as a parameter of an operation. */
  UPLOAD("io.triglot.runtime.Upload", ""),
  UUID("java.util.UUID", ""),
  INSTANT("java.time.Instant", ""),
  DURATION("java.time.Duration", ""),
  LOCAL_DATE("java.time.LocalDate", ""),
  LOCAL_TIME("java.time.LocalTime"),
  LOCAL_DATE_TIME("java.time.LocalDateTime"),
  OFFSET_TIME("java.time.OffsetTime"),
  OFFSET_DATE_TIME("java.time.OffsetDateTime"),
  ZONED_DATE_TIME("java.time.ZonedDateTime"),
  YEAR("java.time.Year"),
  YEAR_MONTH("java.time.YearMonth"),
  MONTH_DAY("java.time.MonthDay"),
  PERIOD("java.time.Period"),
  ZONE_ID("java.time.ZoneId"),
  ZONE_OFFSET("java.time.ZoneOffset"),
  DAY_OF_WEEK("java.time.DayOfWeek"),
  MONTH("java.time.Month"),
  URI("java.net.URI"),
  URL("java.net.URL"),
  LOCALE("java.util.Locale"),
  CURRENCY("java.util.Currency");

  private final String javaClass;
  private final String primitive;
  private final boolean text;

  Scalar(String javaClass, String primitive) {
    this.javaClass = javaClass;
    this.primitive = primitive;
    this.text = false;
  }

  Scalar(String javaClass) {
    this.javaClass = javaClass;
    this.primitive = "";
    this.text = true;
  }

  /** The canonical name of the class; {@code byte[]} for bytes. */
  public String javaClass() {
    return javaClass;
  }

  /** Whether {@code io.triglot.runtime.TextScalar} has a constant for it, of the same name. */
  public boolean isText() {
    return text;
  }

  /** Whether its values are no single piece of text: they may have parts, or any content. */
  public boolean isStructured() {
    return this == JSON || this == JSON_OBJECT || this == UPLOAD;
  }

  /** Whether equal values have equal texts, so that they can be the keys of a map everywhere. */
  public boolean isKey() {
    return switch (this) {
      case BOOLEAN, BYTE, SHORT, INT, LONG, CHAR, STRING, UUID, LOCAL_DATE -> true;
      case BIG_DECIMAL, BIG_INTEGER, INSTANT, DURATION -> true;
      default -> text && this != URL;
    };
  }

  /** The primitive type, for scalars that have one. */
  public Optional<String> primitive() {
    return primitive.isEmpty() ? Optional.empty() : Optional.of(primitive);
  }
}
