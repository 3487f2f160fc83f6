package io.triglot.runtime.rest.json;

import com.fasterxml.jackson.core.JsonToken;
import io.triglot.runtime.TextScalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Reads the values of a JSON document that are neither objects nor arrays: its text, numbers and
 * booleans. The part of a {@link JsonReader} that knows nothing of the structure around them.
 */
public abstract sealed class JsonScalarReader permits JsonMemberReader {
  final JsonTokens tokens;

  JsonScalarReader(JsonTokens tokens) {
    this.tokens = tokens;
  }

  /** Whether the document is the answer of a server, made to the same contract as the reader. */
  abstract boolean isAnswer();

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

  private long whole(long min, long max) {
    if (!tokens.isWhole(min, max)) {
      throw tokens.unexpected(NumberText.expectation(min, max));
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

  /** The value; null for a constant of an enum that a server has and its client does not. */
  @SuppressWarnings("NullAway") // who does not look at the constant is not broken by it
  private <T> T parse(TextForm<T> form) {
    T value = form.parse(tokens.text());
    if (value == null && !(form.isEnumeration() && isAnswer())) {
      throw tokens.unexpected(form.expectation());
    }
    return value;
  }
}
