package io.triglot.runtime.grpc;

import io.triglot.runtime.TextScalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

/** The encodings of the scalar types as {@code docs/mapping} has them. */
public final class Scalars {
  /** bool. */
  public static final FieldCodec<Boolean> BOOL =
      new ScalarCodec<>(WireType.VARINT, false, WireWriter::bool, WireReader::readBool);

  /** int32 within the range of a byte. */
  public static final FieldCodec<Byte> INT8 =
      new ScalarCodec<>(
          WireType.VARINT, (byte) 0, (out, value) -> out.int32(value), Scalars::readByte);

  /** int32 within the range of a short. */
  public static final FieldCodec<Short> INT16 =
      new ScalarCodec<>(
          WireType.VARINT, (short) 0, (out, value) -> out.int32(value), Scalars::readShort);

  /** int32. */
  public static final FieldCodec<Integer> INT32 =
      new ScalarCodec<>(WireType.VARINT, 0, WireWriter::int32, WireReader::readInt32);

  /** int64. */
  public static final FieldCodec<Long> INT64 =
      new ScalarCodec<>(WireType.VARINT, 0L, WireWriter::int64, WireReader::readInt64);

  /** float. */
  public static final FieldCodec<Float> FLOAT =
      new ScalarCodec<>(WireType.I32, 0f, WireWriter::float32, WireReader::readFloat);

  /** double. */
  public static final FieldCodec<Double> DOUBLE =
      new ScalarCodec<>(WireType.I64, 0d, WireWriter::float64, WireReader::readDouble);

  /** string. */
  public static final FieldCodec<String> STRING =
      new ScalarCodec<>(WireType.LEN, "", WireWriter::string, WireReader::readString);

  /** bytes. */
  public static final FieldCodec<byte[]> BYTES =
      new ScalarCodec<>(WireType.LEN, new byte[0], WireWriter::bytes, WireReader::readBytes);

  /** A string of one UTF-16 code unit. */
  public static final FieldCodec<Character> CHAR =
      new TextCodec<>("one character", Object::toString, Scalars::parseChar);

  /** A string with all digits and the scale, as {@link BigDecimal#toString} writes it. */
  public static final FieldCodec<BigDecimal> BIG_DECIMAL =
      new TextCodec<>("a decimal number", Object::toString, Scalars::parseDecimal);

  /** A string with all digits. */
  public static final FieldCodec<BigInteger> BIG_INTEGER =
      new TextCodec<>("an integer", Object::toString, Scalars::parseInteger);

  /** A string such as {@code 123e4567-e89b-12d3-a456-426614174000} (RFC 9562). */
  public static final FieldCodec<UUID> UUID =
      new TextCodec<>("a UUID", Object::toString, Scalars::parseUuid);

  /** A string such as {@code 2026-01-31T23:59:59Z} (RFC 3339): the key of a map. */
  public static final FieldCodec<Instant> INSTANT =
      new TextCodec<>(
          "a date and time such as 2026-01-31T12:00:00Z", Instant::toString, Instant::parse);

  /** A string such as {@code PT1H30M} (ISO 8601): the key of a map. */
  public static final FieldCodec<Duration> DURATION =
      new TextCodec<>("a duration such as PT1H30M", Duration::toString, Duration::parse);

  /** A string such as {@code 2026-01-31} (ISO 8601). */
  public static final FieldCodec<LocalDate> LOCAL_DATE =
      new TextCodec<>("a date such as 2026-01-31", Object::toString, LocalDate::parse);

  /** A string: a time of day without offset, such as 23:59:59 (ISO 8601). */
  public static final FieldCodec<LocalTime> LOCAL_TIME = text(TextScalar.LOCAL_TIME);

  /** A string: a date and a time of day without offset, such as 2026-01-31T23:59:59 (ISO 8601). */
  public static final FieldCodec<LocalDateTime> LOCAL_DATE_TIME = text(TextScalar.LOCAL_DATE_TIME);

  /** A string: a time of day with its offset from UTC, such as 23:59:59+01:00 (ISO 8601). */
  public static final FieldCodec<OffsetTime> OFFSET_TIME = text(TextScalar.OFFSET_TIME);

  /**
   * A string: a point in time with its offset from UTC, such as 2026-01-31T23:59:59+01:00 (RFC
   * 3339).
   */
  public static final FieldCodec<OffsetDateTime> OFFSET_DATE_TIME =
      text(TextScalar.OFFSET_DATE_TIME);

  /** A string: a point in time with its zone, such as 2026-01-31T23:59:59+01:00[Europe/Paris]. */
  public static final FieldCodec<ZonedDateTime> ZONED_DATE_TIME = text(TextScalar.ZONED_DATE_TIME);

  /** A string: a year of at least four digits. */
  public static final FieldCodec<Year> YEAR = text(TextScalar.YEAR);

  /** A string: a month of a year, such as 2026-01 (ISO 8601). */
  public static final FieldCodec<YearMonth> YEAR_MONTH = text(TextScalar.YEAR_MONTH);

  /** A string: a day of a month of any year, such as --12-24 (ISO 8601). */
  public static final FieldCodec<MonthDay> MONTH_DAY = text(TextScalar.MONTH_DAY);

  /** A string: an amount of years, months and days, such as P1Y2M3D (ISO 8601). */
  public static final FieldCodec<Period> PERIOD = text(TextScalar.PERIOD);

  /** A string: a time zone, such as Europe/Paris. */
  public static final FieldCodec<ZoneId> ZONE_ID = text(TextScalar.ZONE_ID);

  /** A string: an offset from UTC, such as +01:00. */
  public static final FieldCodec<ZoneOffset> ZONE_OFFSET = text(TextScalar.ZONE_OFFSET);

  /** A string: a day of the week, such as MONDAY. */
  public static final FieldCodec<DayOfWeek> DAY_OF_WEEK = text(TextScalar.DAY_OF_WEEK);

  /** A string: a month, such as JANUARY. */
  public static final FieldCodec<Month> MONTH = text(TextScalar.MONTH);

  /** A string: a URI or a relative reference (RFC 2396). */
  public static final FieldCodec<java.net.URI> URI = text(TextScalar.URI);

  /** A string: an absolute URL. */
  public static final FieldCodec<java.net.URL> URL = text(TextScalar.URL);

  /** A string: a language tag, such as pt-BR (RFC 5646). */
  public static final FieldCodec<Locale> LOCALE = text(TextScalar.LOCALE);

  /** A string: a currency by its code, such as EUR (ISO 4217). */
  public static final FieldCodec<Currency> CURRENCY = text(TextScalar.CURRENCY);

  /** Parsing digits takes the square of their number: a longer number would be an attack. */
  private static final int MAX_NUMBER_LENGTH = 1000;

  /** Beyond this scale, adding 1 to the number would fill the memory with zeros. */
  private static final int MAX_SCALE = 100_000;

  private static final int UUID_LENGTH = 36;

  private Scalars() {}

  /** A string that is the name of an enum's constant: the key of a map. */
  public static <E extends Enum<E>> FieldCodec<E> name(Class<E> type) {
    return new TextCodec<>(
        "a constant of " + type.getSimpleName(), Enum::name, text -> Enum.valueOf(type, text));
  }

  /**
   * A value that travels as another one.
   *
   * @param expectation what the other has to be, such as {@code a Money}; empty where any will do
   */
  public static <S, T> FieldCodec<T> converted(
      FieldCodec<S> carrier,
      Function<? super T, ? extends S> write,
      Function<? super S, ? extends T> read,
      String expectation) {
    return new ConvertedCodec<>(carrier, write, read, expectation);
  }

  private static <T> FieldCodec<T> text(TextScalar<T> scalar) {
    return new TextCodec<>(scalar.expectation(), scalar::format, scalar::parse);
  }

  private static byte readByte(WireReader in) {
    int value = in.readInt32();
    if (value != (byte) value) {
      throw new WireFormatException("must be from -128 to 127");
    }
    return (byte) value;
  }

  private static short readShort(WireReader in) {
    int value = in.readInt32();
    if (value != (short) value) {
      throw new WireFormatException("must be from -32768 to 32767");
    }
    return (short) value;
  }

  private static Character parseChar(String text) {
    return requireThat(text.length() == 1, text).charAt(0);
  }

  private static BigDecimal parseDecimal(String text) {
    BigDecimal number = new BigDecimal(requireThat(text.length() <= MAX_NUMBER_LENGTH, text));
    requireThat(Math.abs((long) number.scale()) <= MAX_SCALE, text);
    return number;
  }

  private static BigInteger parseInteger(String text) {
    return new BigInteger(requireThat(text.length() <= MAX_NUMBER_LENGTH, text));
  }

  /** The JDK also takes groups of fewer digits, so that one UUID would have many texts. */
  private static UUID parseUuid(String text) {
    return java.util.UUID.fromString(requireThat(text.length() == UUID_LENGTH, text));
  }

  private static String requireThat(boolean condition, String text) {
    if (!condition) {
      throw new IllegalArgumentException();
    }
    return text;
  }
}
