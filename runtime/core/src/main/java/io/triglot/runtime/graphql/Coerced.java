package io.triglot.runtime.graphql;

import io.triglot.runtime.Conversions;
import io.triglot.runtime.JsonValues;
import io.triglot.runtime.TextScalar;
import io.triglot.runtime.Upload;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Readers of coerced scalars, lists and maps, to be used as {@link InputReader}s.
 *
 * <p>A scalar mostly arrives in its Java type, and is passed on. Where a module binds a Java type
 * to one of GraphQL's own scalars, or where Java's type is narrower, it is converted here.
 */
public final class Coerced {
  private Coerced() {}

  /** A {@code Boolean}. */
  public static Boolean bool(Object value, InputPath path) {
    return (Boolean) value;
  }

  /** A {@code byte}, in its range. */
  public static Byte int8(Object value, InputPath path) {
    return (byte) integer(value, path, Byte.MIN_VALUE, Byte.MAX_VALUE);
  }

  /** A {@code short}, in its range. */
  public static Short int16(Object value, InputPath path) {
    return (short) integer(value, path, Short.MIN_VALUE, Short.MAX_VALUE);
  }

  /** An {@code int}. */
  public static Integer int32(Object value, InputPath path) {
    return value instanceof Integer known
        ? known
        : (int) integer(value, path, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** A {@code long}. */
  public static Long int64(Object value, InputPath path) {
    return value instanceof Long known
        ? known
        : (Long) integer(value, path, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** A {@code float}, in its range. */
  public static Float float32(Object value, InputPath path) {
    float number = float64(value, path).floatValue();
    if (Float.isInfinite(number)) {
      throw path.invalid("must be a number in the range of a 32-bit float");
    }
    return number;
  }

  /** A {@code double}. */
  public static Double float64(Object value, InputPath path) {
    return value instanceof Double known ? known : decimal(value, path).doubleValue();
  }

  /** A {@code char}: text of exactly one UTF-16 code unit. */
  public static Character character(Object value, InputPath path) {
    String text = value.toString();
    if (text.length() != 1) {
      throw path.invalid("must be one character");
    }
    return text.charAt(0);
  }

  /** A {@code String}. */
  public static String string(Object value, InputPath path) {
    return value.toString();
  }

  /** Bytes. */
  public static byte[] bytes(Object value, InputPath path) {
    return (byte[]) value;
  }

  /** Content of any media type. */
  public static Upload upload(Object value, InputPath path) {
    return (Upload) value;
  }

  /** A {@code BigDecimal}. */
  public static BigDecimal decimal(Object value, InputPath path) {
    return value instanceof BigDecimal known
        ? known
        : parse(value, path, ScalarText::decimal, "must be a decimal number");
  }

  /** A {@code BigInteger}. */
  public static BigInteger bigInteger(Object value, InputPath path) {
    return value instanceof BigInteger known
        ? known
        : parse(value, path, ScalarText::integer, "must be an integer");
  }

  /** A {@code UUID}. */
  public static UUID uuid(Object value, InputPath path) {
    return value instanceof UUID known
        ? known
        : parse(value, path, ScalarText::uuid, "must be a UUID");
  }

  /** An {@code Instant}. */
  public static Instant instant(Object value, InputPath path) {
    return value instanceof Instant known
        ? known
        : parse(value, path, ScalarText::instant, "must be a date and time with offset");
  }

  /** A {@code Duration}. */
  public static Duration duration(Object value, InputPath path) {
    return value instanceof Duration known
        ? known
        : parse(value, path, Duration::parse, "must be an ISO 8601 duration");
  }

  /** A {@code LocalDate}. */
  public static LocalDate localDate(Object value, InputPath path) {
    return value instanceof LocalDate known
        ? known
        : parse(value, path, LocalDate::parse, "must be a date");
  }

  /** Any JSON value. */
  public static Object json(Object value, InputPath path) {
    return value;
  }

  /** A JSON object. */
  public static Map<String, @Nullable Object> object(Object value, InputPath path) {
    if (value instanceof Map<?, ?> members) {
      return JsonValues.ofMap(members);
    }
    throw path.invalid("must be a JSON object");
  }

  /** A reader of what travels as text. */
  public static <T> InputReader<T> text(TextScalar<T> scalar) {
    return (value, path) ->
        scalar.type().isInstance(value)
            ? scalar.type().cast(value)
            : parse(value, path, scalar::parse, "must be " + scalar.expectation());
  }

  /** A reader of what travels as something else. */
  public static <S, T> InputReader<T> converted(
      InputReader<S> carrier, Function<? super S, ? extends T> conversion) {
    return (value, path) -> conversion.apply(carrier.read(value, path));
  }

  /**
   * A reader of what travels as something else, of which not every value will do.
   *
   * @param expectation what the value has to be, such as {@code a Money}
   */
  public static <S, T> InputReader<T> converted(
      InputReader<S> carrier, Function<? super S, ? extends T> conversion, String expectation) {
    return (value, path) -> {
      S carried = carrier.read(value, path);
      try {
        return Conversions.read(carried, conversion);
      } catch (IllegalArgumentException e) {
        throw path.invalid("must be " + expectation);
      }
    };
  }

  /** A reader of lists. Where the schema allows null elements, they stay null. */
  public static <T> InputReader<List<T>> listOf(InputReader<T> element) {
    return (value, path) -> collect(value, path, element, new ArrayList<>());
  }

  /** A reader of lists as collections. */
  public static <T> InputReader<Collection<T>> collectionOf(InputReader<T> element) {
    return (value, path) -> collect(value, path, element, new ArrayList<>());
  }

  /** A reader of lists as what can be iterated. */
  public static <T> InputReader<Iterable<T>> iterableOf(InputReader<T> element) {
    return (value, path) -> collect(value, path, element, new ArrayList<>());
  }

  /** A reader of sets, which keep the order of the request. */
  public static <T> InputReader<Set<T>> setOf(InputReader<T> element) {
    return (value, path) -> collect(value, path, element, new LinkedHashSet<>());
  }

  /**
   * A reader of lists of {@code {key value}} entries as maps, which keep the order of the request.
   * A key must not occur twice.
   */
  public static <K, V> InputReader<Map<K, V>> mapOf(InputReader<K> keys, InputReader<V> values) {
    return (value, path) -> {
      Map<K, V> map = new LinkedHashMap<>();
      int index = 0;
      for (Object entry : (Collection<?>) value) {
        InputPath at = path.index(index++);
        InputFields fields = InputFields.of(entry, at);
        K key = fields.required("key", keys);
        if (map.containsKey(key)) {
          throw at.field("key").invalid("must not occur twice");
        }
        map.put(key, fields.optional("value", values));
      }
      return map;
    };
  }

  private static <T, C extends Collection<T>> C collect(
      Object value, InputPath path, InputReader<T> element, C into) {
    int index = 0;
    for (Object item : (Collection<?>) value) {
      InputPath at = path.index(index++);
      into.add(item == null ? null : element.read(item, at));
    }
    return into;
  }

  private static long integer(Object value, InputPath path, long least, long greatest) {
    BigInteger number = bigInteger(value, path);
    if (number.bitLength() > 63 || number.longValue() < least || number.longValue() > greatest) {
      throw path.invalid("must be an integer from " + least + " to " + greatest);
    }
    return number.longValue();
  }

  private static <T> T parse(
      Object value, InputPath path, Function<String, T> parser, String expectation) {
    try {
      return parser.apply(value.toString());
    } catch (RuntimeException unparsable) {
      throw path.invalid(expectation);
    }
  }
}
