package io.triglot.runtime.rest.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import io.triglot.runtime.TextScalar;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values of a JSON document that are neither objects nor arrays: its text, numbers and
 * booleans. The part of a {@link JsonWriter} that knows nothing of the structure around them.
 */
public abstract sealed class JsonScalarWriter permits JsonWriter {
  final JsonGenerator out;

  JsonScalarWriter(JsonGenerator out) {
    this.out = out;
  }

  /** {@code true} or {@code false}. */
  public void bool(boolean value) throws IOException {
    out.writeBoolean(value);
  }

  /** A whole number. */
  public void int8(byte value) throws IOException {
    out.writeNumber(value);
  }

  /** A whole number. */
  public void int16(short value) throws IOException {
    out.writeNumber(value);
  }

  /** A whole number. */
  public void int32(int value) throws IOException {
    out.writeNumber(value);
  }

  /** A whole number. */
  public void int64(long value) throws IOException {
    out.writeNumber(value);
  }

  /** A number; text where it is {@code NaN} or infinite, which JSON numbers cannot be. */
  public void float32(float value) throws IOException {
    out.writeNumber(value);
  }

  /** A number; text where it is {@code NaN} or infinite, which JSON numbers cannot be. */
  public void float64(double value) throws IOException {
    out.writeNumber(value);
  }

  /** A number with all its digits, without an exponent. */
  public void decimal(BigDecimal value) throws IOException {
    out.writeNumber(required(value));
  }

  /** A whole number with all its digits. */
  public void integer(BigInteger value) throws IOException {
    out.writeNumber(required(value));
  }

  /** Text. */
  public void string(String value) throws IOException {
    out.writeString(required(value));
  }

  /** Text of a single character. */
  public void character(char value) throws IOException {
    out.writeString(Character.toString(value));
  }

  /** Bytes as text, in base64 (RFC 4648, section 4). */
  public void bytes(byte[] value) throws IOException {
    out.writeBinary(required(value));
  }

  /** A UUID as text. */
  public void uuid(UUID value) throws IOException {
    out.writeString(required(value).toString());
  }

  /** A point in time as text (RFC 3339), in UTC. */
  public void instant(Instant value) throws IOException {
    out.writeString(required(value).toString());
  }

  /** An amount of time as text (ISO 8601). */
  public void duration(Duration value) throws IOException {
    out.writeString(required(value).toString());
  }

  /** A date as text (ISO 8601). */
  public void date(LocalDate value) throws IOException {
    out.writeString(required(value).toString());
  }

  /** A value that travels as text. */
  public <T> void text(TextScalar<T> scalar, T value) throws IOException {
    out.writeString(scalar.format(required(value)));
  }

  /** A value that travels as text of this form. */
  public <T> void text(TextForm<T> form, T value) throws IOException {
    out.writeString(form.format(required(value)));
  }

  /** A value that travels as a number whose digits are of this form. */
  public <T> void number(TextForm<T> form, T value) throws IOException {
    out.writeNumber(form.format(required(value)));
  }

  /** The constant of an enum, by its name. */
  public void enumeration(Enum<?> value) throws IOException {
    out.writeString(required(value).name());
  }

  final <T> T required(@Nullable T value) {
    if (value == null) {
      String place = place();
      throw new IllegalStateException(
          "null at "
              + (place.isEmpty() ? "the root" : place)
              + " of a JSON document, in what is not declared nullable");
    }
    return value;
  }

  /** Where the next value goes; the context of an array knows the last one. */
  final String place() {
    JsonStreamContext context = out.getOutputContext();
    if (!context.inArray()) {
      return context.pathAsPointer().toString();
    }
    int next = context.hasCurrentIndex() ? context.getCurrentIndex() + 1 : 0;
    return context.getParent().pathAsPointer() + "/" + next;
  }
}
