package io.triglot.runtime.rest.json;

import io.triglot.runtime.Conversions;
import io.triglot.runtime.Failure;
import io.triglot.runtime.TextScalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a value is written as text: in a path, in a query, and inside a JSON string.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> the Java type of the value
 */
public final class TextForm<T> {
  /** {@code true} or {@code false}. */
  public static final TextForm<Boolean> BOOL = new TextForm<>("true or false", TextForm::bool);

  /** A {@code byte}. */
  public static final TextForm<Byte> INT8 = whole(Byte.MIN_VALUE, Byte.MAX_VALUE, Long::byteValue);

  /** A {@code short}. */
  public static final TextForm<Short> INT16 =
      whole(Short.MIN_VALUE, Short.MAX_VALUE, Long::shortValue);

  /** An {@code int}. */
  public static final TextForm<Integer> INT32 =
      whole(Integer.MIN_VALUE, Integer.MAX_VALUE, Long::intValue);

  /** A {@code long}. */
  public static final TextForm<Long> INT64 =
      whole(Long.MIN_VALUE, Long.MAX_VALUE, Function.identity());

  /** A {@code float}; also {@code NaN}, {@code Infinity} and {@code -Infinity}. */
  public static final TextForm<Float> FLOAT32 = new TextForm<>("a number", NumberText::float32);

  /** A {@code double}; also {@code NaN}, {@code Infinity} and {@code -Infinity}. */
  public static final TextForm<Double> FLOAT64 = new TextForm<>("a number", NumberText::float64);

  /** A single UTF-16 code unit. */
  public static final TextForm<Character> CHARACTER =
      new TextForm<>("one character", TextForm::character);

  /** Any text, the empty one included. */
  public static final TextForm<String> STRING = new TextForm<>("text", Function.identity());

  /** Bytes in base64 (RFC 4648, section 4). */
  public static final TextForm<byte[]> BYTES =
      new TextForm<>("base64 text", text -> Base64.getDecoder().decode(text));

  /** A decimal number with all its digits. */
  public static final TextForm<BigDecimal> DECIMAL =
      new TextForm<>(
          "a decimal number of at most " + Json.MAX_DIGITS + " digits", NumberText::decimal);

  /** The same, written without an exponent. */
  public static final TextForm<BigDecimal> PLAIN_DECIMAL =
      new TextForm<>(DECIMAL.expectation(), NumberText::decimal, BigDecimal::toPlainString);

  /** A whole number of any size. */
  public static final TextForm<BigInteger> INTEGER =
      new TextForm<>(
          "a whole number of at most " + Json.MAX_DIGITS + " digits", NumberText::integer);

  /** A UUID (RFC 9562) in its 36 characters. */
  public static final TextForm<UUID> UUID =
      new TextForm<>("a UUID such as 123e4567-e89b-12d3-a456-426614174000", TextForm::uuid);

  /** A point in time (RFC 3339). */
  public static final TextForm<Instant> INSTANT =
      new TextForm<>("a date and time such as 2026-01-31T12:00:00Z", Instant::parse);

  /** An amount of time (ISO 8601). */
  public static final TextForm<Duration> DURATION =
      new TextForm<>("a duration such as PT1H30M", Duration::parse);

  /** A date (ISO 8601). */
  public static final TextForm<LocalDate> DATE =
      new TextForm<>("a date such as 2026-01-31", LocalDate::parse);

  private static final int SHOWN = 60;

  private final Supplier<String> expectation;
  private final Function<String, T> parser;
  private final Function<T, String> writer;
  private final boolean enumeration;

  private TextForm(String expectation, Function<String, T> parser) {
    this(() -> expectation, parser, Object::toString, false);
  }

  TextForm(String expectation, Function<String, T> parser, Function<T, String> writer) {
    this(() -> expectation, parser, writer, false);
  }

  private TextForm(
      Supplier<String> expectation,
      Function<String, T> parser,
      Function<T, String> writer,
      boolean enumeration) {
    this.expectation = expectation;
    this.parser = parser;
    this.writer = writer;
    this.enumeration = enumeration;
  }

  /** The constant of an enum, by its name. */
  public static <E extends Enum<E>> TextForm<E> enumeration(Class<E> type) {
    return new TextForm<>(
        () -> constants(type), text -> Enum.valueOf(type, text), Enum::name, true);
  }

  /**
   * The constant of an enum, by a text of its own.
   *
   * @param text the text of a constant, or what has it as its {@code toString}
   * @param aliases further texts that are read
   */
  public static <E extends Enum<E>> TextForm<E> enumeration(
      Class<E> type, Function<E, ?> text, Map<String, E> aliases) {
    Map<E, String> written = new EnumMap<>(type);
    Map<String, E> read = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      written.put(constant, String.valueOf(text.apply(constant)));
      read.putIfAbsent(String.valueOf(text.apply(constant)), constant);
    }
    String expectation = "one of " + String.join(", ", read.keySet());
    aliases.forEach(read::putIfAbsent);
    return new TextForm<>(
        () -> expectation,
        given -> Optional.ofNullable(read.get(given)).orElseThrow(IllegalArgumentException::new),
        written::get,
        true);
  }

  /** What the protocols carry as text, in the form that they share. */
  public static <T> TextForm<T> of(TextScalar<T> scalar) {
    return new TextForm<>(scalar::expectation, scalar::parse, scalar::format, false);
  }

  /**
   * What travels as a value of this form.
   *
   * @param expected what the value has to be, such as {@code a Money}; empty for any of this form
   */
  public <S> TextForm<S> converted(
      Function<? super S, ? extends T> write,
      Function<? super T, ? extends S> read,
      String expected) {
    return new TextForm<>(
        expected.isEmpty() ? expectation : () -> expected,
        text -> Conversions.read(parser.apply(text), read),
        value -> writer.apply(write.apply(value)),
        false);
  }

  /** Whether the values are the constants of an enum, of which there may be more one day. */
  boolean isEnumeration() {
    return enumeration;
  }

  /** What a value has to look like, to be read after the word <em>expected</em>. */
  public String expectation() {
    return expectation.get();
  }

  /**
   * Reads a value.
   *
   * @param field what the value is called in the request
   * @throws io.triglot.runtime.CallException with {@code INVALID_ARGUMENT} where the text is not of
   *     this form
   */
  public T read(String field, String text) {
    T value = parse(text);
    if (value == null) {
      throw Failure.invalid(field, "expected " + expectation() + ", got " + quoted(text))
          .asException();
    }
    return value;
  }

  /** The value, or null where the text is not of this form. */
  @Nullable T parse(String text) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  /** The text of a value. */
  public String format(T value) {
    return writer.apply(value);
  }

  /** The text as a message shows it: between quotation marks, and not at any length. */
  static String quoted(String text) {
    return text.length() <= SHOWN ? '"' + text + '"' : '"' + text.substring(0, SHOWN) + "…\"";
  }

  private static <T> TextForm<T> whole(long min, long max, Function<Long, T> narrowing) {
    return new TextForm<>(
        NumberText.expectation(min, max),
        text -> narrowing.apply(NumberText.whole(text, min, max)));
  }

  private static Boolean bool(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static Character character(String text) {
    if (text.length() != 1) {
      throw new IllegalArgumentException(text);
    }
    return text.charAt(0);
  }

  private static UUID uuid(String text) {
    if (text.length() != 36) {
      throw new IllegalArgumentException(text);
    }
    return java.util.UUID.fromString(text);
  }

  private static <E extends Enum<E>> String constants(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Enum::name)
        .collect(Collectors.joining(", ", "one of ", ""));
  }
}
