package io.triglot.runtime.rest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.triglot.runtime.Access;
import io.triglot.runtime.Call;
import io.triglot.runtime.CallException;
import io.triglot.runtime.Clearance;
import io.triglot.runtime.Conversions;
import io.triglot.runtime.Failure;
import io.triglot.runtime.TextScalar;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON document that a caller sent. Each method reads the value at hand and refuses any
 * other than it asks for: nothing is converted, and no number is cut.
 *
 * <p>Every refusal is a {@link CallException} with {@code INVALID_ARGUMENT} that names the path of
 * the value, such as {@code order.items[3].price}, and what was expected there. Not thread-safe.
 */
public final class JsonReader {
  private final JsonTokens tokens;
  private final Tags tags;
  private String field = "";
  private Clearance clearance = Clearance.ANONYMOUS;

  private JsonReader(JsonTokens tokens, Tags tags) {
    this.tokens = tokens;
    this.tags = tags;
  }

  /**
   * Reads a value, such as the {@code read} method of a generated codec.
   *
   * @param <T> the Java type of the value
   */
  @FunctionalInterface
  public interface Value<T extends @Nullable Object> {
    /** Reads the value at hand. */
    T read(JsonReader in);
  }

  /** A reader that accepts what the caller of this call may send. */
  public static <T extends @Nullable Object> Value<T> from(Call call, Value<T> reader) {
    Clearance clearance = call.clearance();
    return in -> {
      in.clearance = clearance;
      return reader.read(in);
    };
  }

  /**
   * Reads a whole document. Of what is guarded it may have what everybody may send.
   *
   * @param content the document, in UTF-8
   * @param root what the paths of its values begin with; empty for nothing
   */
  public static <T extends @Nullable Object> T read(byte[] content, String root, Value<T> value) {
    try (JsonParser parser = Json.FACTORY.createParser(content)) {
      JsonTokens tokens = new JsonTokens(parser, root);
      if (tokens.next() == null) {
        throw tokens.malformed();
      }
      T result = value.read(new JsonReader(tokens, new Tags(tokens, new Lookahead(content))));
      if (tokens.next() != null) {
        throw tokens.malformed();
      }
      return result;
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory failed", e);
    }
  }

  /** Begins an object; {@link #nextField} goes through it. */
  public void beginObject() {
    tokens.expect(JsonToken.START_OBJECT, "an object");
    tags.begin();
  }

  /**
   * Goes on to the value of the next field, or past the end of the object. The {@link #tag} of the
   * object is no field.
   */
  public boolean nextField() {
    while (tokens.next() != JsonToken.END_OBJECT) {
      field = tokens.text();
      boolean isTag = tags.isTag(field);
      tokens.next();
      if (!isTag) {
        return true;
      }
      tokens.skip();
    }
    return false;
  }

  /**
   * What the object at hand says of its type, wherever among its members it does so. What reads the
   * object does not see it.
   *
   * @param property the name of the member that says it
   * @return empty where the object does not say it
   */
  public String tag(String property) {
    tokens.expect(JsonToken.START_OBJECT, "an object");
    return tags.read(property);
  }

  /** What a field of the object at hand says of its type, as {@link #tag}; it stays a field. */
  public String ownTag(String property) {
    tokens.expect(JsonToken.START_OBJECT, "an object");
    return tags.find(property);
  }

  /**
   * Refuses the object at hand, whose tag names none of its types.
   *
   * @param known what can be named
   */
  public CallException unknownTag(String property, String... known) {
    return tags.unknown(property, known);
  }

  /**
   * Makes sure that the object at hand says it is of this type, unless its {@link #tag} has been
   * read.
   *
   * @param names what it may say
   */
  public void expectTag(String property, String... names) {
    if (!tags.isRead() && !List.of(names).contains(tag(property))) {
      throw unknownTag(property, names[0]);
    }
  }

  /** The name of the field whose value {@link #nextField} came to. */
  public String field() {
    return field;
  }

  /**
   * This reader, if who sent the document may send the field at hand, which is guarded.
   *
   * @throws CallException with {@code PERMISSION_DENIED} or {@code UNAUTHENTICATED}, and the path
   */
  public JsonReader guarded(Access access) {
    clearance.require(access, tokens.path());
    return this;
  }

  /**
   * Refuses the field at hand, which the type does not have.
   *
   * @param known the names of the fields that it has
   */
  public CallException unknownField(String... known) {
    String expected =
        known.length == 0 ? "expected no fields" : "expected " + String.join(", ", known);
    return tokens.invalid("is not a known field; " + expected);
  }

  /**
   * The value of a field that must be there.
   *
   * @param name the name of the field
   * @param value what was read; null where the object has no such field
   */
  public <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw Failure.invalid(tokens.pathOf(name), "is required").asException();
    }
    return value;
  }

  /** Passes over the value at hand, whatever it is. */
  public void skip() {
    tokens.skip();
  }

  /** A value, or null where the document says {@code null}. */
  public <T> @Nullable T nullable(Value<T> value) {
    return tokens.is(JsonToken.VALUE_NULL) ? null : value.read(this);
  }

  /** A value, or empty where the document says {@code null}. */
  public <T> Optional<T> optional(Value<T> value) {
    return Optional.ofNullable(nullable(value));
  }

  /**
   * What a conversion makes of a value.
   *
   * @param expectation what the value has to be, such as {@code a Money}
   */
  public <S, T> T converted(
      Value<S> value, Function<? super S, ? extends T> conversion, String expectation) {
    S carrier = value.read(this);
    try {
      return Conversions.read(carrier, conversion);
    } catch (IllegalArgumentException e) {
      throw tokens.unexpected(expectation);
    }
  }

  /** The elements of an array. */
  public <T extends @Nullable Object> List<T> list(Value<T> element) {
    tokens.expect(JsonToken.START_ARRAY, "an array");
    List<T> elements = new ArrayList<>();
    while (tokens.next() != JsonToken.END_ARRAY) {
      elements.add(element.read(this));
    }
    return elements;
  }

  /** The distinct elements of an array, in order. */
  public <T extends @Nullable Object> Set<T> set(Value<T> element) {
    return new LinkedHashSet<>(list(element));
  }

  /** The values of an object by name, in order; the last of those that share a name. */
  public <T extends @Nullable Object> Map<String, T> map(Value<T> value) {
    beginObject();
    Map<String, T> values = new LinkedHashMap<>();
    while (nextField()) {
      values.put(field(), value.read(this));
    }
    return values;
  }

  /** The values of an object by what its names say; the last of those that share a name. */
  public <K, T extends @Nullable Object> Map<K, T> map(TextForm<K> keys, Value<T> value) {
    beginObject();
    Map<K, T> values = new LinkedHashMap<>();
    while (nextField()) {
      K key = keys.parse(field());
      if (key == null) {
        String got = ", got " + TextForm.quoted(field());
        throw tokens.invalid("the name: expected " + keys.expectation() + got);
      }
      values.put(key, value.read(this));
    }
    return values;
  }

  /** {@code true} or {@code false}. */
  public boolean bool() {
    if (tokens.is(JsonToken.VALUE_TRUE)) {
      return true;
    }
    tokens.expect(JsonToken.VALUE_FALSE, TextForm.BOOL.expectation());
    return false;
  }

  /** A whole number that fits a {@code byte}. */
  public byte int8() {
    return (byte) whole(Byte.MIN_VALUE, Byte.MAX_VALUE);
  }

  /** A whole number that fits a {@code short}. */
  public short int16() {
    return (short) whole(Short.MIN_VALUE, Short.MAX_VALUE);
  }

  /** A whole number that fits an {@code int}. */
  public int int32() {
    return (int) whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** A whole number that fits a {@code long}; the same as text is accepted too. */
  public long int64() {
    if (tokens.is(JsonToken.VALUE_STRING)) {
      return text(TextForm.INT64);
    }
    return whole(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** A number, or one of the texts {@code NaN}, {@code Infinity}, {@code -Infinity}. */
  public float float32() {
    return floating(TextForm.FLOAT32);
  }

  /** A number, or one of the texts {@code NaN}, {@code Infinity}, {@code -Infinity}. */
  public double float64() {
    return floating(TextForm.FLOAT64);
  }

  /** A number with all its digits; the same as text is accepted too. */
  public BigDecimal decimal() {
    return exact(TextForm.DECIMAL);
  }

  /** A whole number of any size; the same as text is accepted too. */
  public BigInteger integer() {
    return exact(TextForm.INTEGER);
  }

  /** Text. */
  public String string() {
    tokens.expect(JsonToken.VALUE_STRING, TextForm.STRING.expectation());
    return tokens.text();
  }

  /** Text of a single character. */
  public char character() {
    return text(TextForm.CHARACTER);
  }

  /** Bytes, from text in base64. */
  public byte[] bytes() {
    return text(TextForm.BYTES);
  }

  /** A UUID, from text. */
  public UUID uuid() {
    return text(TextForm.UUID);
  }

  /** A point in time, from text. */
  public Instant instant() {
    return text(TextForm.INSTANT);
  }

  /** An amount of time, from text. */
  public Duration duration() {
    return text(TextForm.DURATION);
  }

  /** A date, from text. */
  public LocalDate date() {
    return text(TextForm.DATE);
  }

  /** A value that travels as text. */
  public <T> T text(TextScalar<T> scalar) {
    return text(TextForm.of(scalar));
  }

  /** The constant of an enum, from its name. */
  public <E extends Enum<E>> E enumeration(Class<E> type) {
    return text(TextForm.enumeration(type));
  }

  /** Any value but null, as {@link io.triglot.runtime.JsonValues} has it. */
  public Object json() {
    Object value = anyOrNull();
    if (value == null) {
      throw tokens.unexpected("a value");
    }
    return value;
  }

  /** An object whatever its members are, as {@link io.triglot.runtime.JsonValues} has them. */
  @SuppressWarnings("NullAway") // the members may be null
  public Map<String, @Nullable Object> object() {
    return map(JsonReader::anyOrNull);
  }

  @SuppressWarnings("NullAway") // the elements may be null
  private @Nullable Object anyOrNull() {
    JsonToken token = tokens.current();
    if (token == null) {
      throw tokens.unexpected("a value");
    }
    return switch (token) {
      case VALUE_NULL -> null;
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case START_OBJECT -> object();
      case START_ARRAY -> list(JsonReader::anyOrNull);
      case VALUE_NUMBER_INT -> tokens.number();
      case VALUE_NUMBER_FLOAT -> decimal();
      default -> string();
    };
  }

  private long whole(long min, long max) {
    if (!tokens.isWhole(min, max)) {
      throw tokens.unexpected(TextForm.wholeNumber(min, max));
    }
    return tokens.whole();
  }

  /** Floating point: of texts, only those that no JSON number can say. */
  private <T extends Number> T floating(TextForm<T> form) {
    T number =
        tokens.isNumber() || tokens.is(JsonToken.VALUE_STRING) ? form.parse(tokens.text()) : null;
    boolean finite = number != null && Double.isFinite(number.doubleValue());
    if (number == null || finite != tokens.isNumber()) {
      throw tokens.unexpected(form.expectation());
    }
    return number;
  }

  /** All digits count: a number, or the same as text. */
  private <T> T exact(TextForm<T> form) {
    return tokens.isNumber() ? parse(form) : text(form);
  }

  /** A value from a whole number whose digits are of this form. */
  public <T> T number(TextForm<T> form) {
    if (!tokens.is(JsonToken.VALUE_NUMBER_INT)) {
      throw tokens.unexpected(form.expectation());
    }
    return parse(form);
  }

  /** A value from a number, whose digits are of this form, or from the same as text. */
  public <T> T numberOrText(TextForm<T> form) {
    return exact(form);
  }

  /** A value from a number with or without a fraction, whose digits are of this form. */
  public <T> T anyNumber(TextForm<T> form) {
    if (!tokens.isNumber()) {
      throw tokens.unexpected(form.expectation());
    }
    return parse(form);
  }

  /** A value from text of this form. */
  public <T> T text(TextForm<T> form) {
    if (!tokens.is(JsonToken.VALUE_STRING)) {
      throw tokens.unexpected(form.expectation());
    }
    return parse(form);
  }

  private <T> T parse(TextForm<T> form) {
    T value = form.parse(tokens.text());
    if (value == null) {
      throw tokens.unexpected(form.expectation());
    }
    return value;
  }
}
