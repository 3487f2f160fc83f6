package io.triglot.runtime.graphql.plan;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a GraphQL result being written, in UTF-8, without the bookkeeping that keeps others
 * from writing what is no JSON: a plan knows what comes next. Numbers and what has to be escaped
 * are Jackson's to write. Belongs to one result.
 */
public final class JsonBytes {
  /** The most that a whole number takes. */
  private static final int NUMBER = 24;

  /** From here on a number has an exponent. */
  private static final double PLAIN = 1e7;

  private static final byte[] NULL = ascii("null");
  private static final byte[] TRUE = ascii("true");
  private static final byte[] FALSE = ascii("false");

  private final Function<Object, byte[]> others;
  private byte[] bytes;
  private int size;

  /**
   * An empty text.
   *
   * @param bytes where it is written, as long as it fits
   * @param others writes what is neither text nor number nor boolean
   */
  public JsonBytes(byte[] bytes, Function<Object, byte[]> others) {
    this.bytes = bytes;
    this.others = others;
  }

  /** A sign of JSON's grammar. */
  void sign(char sign) {
    reserve(1);
    bytes[size++] = (byte) sign;
  }

  /**
   * A value: what a plan has completed, a map, a list, a scalar, null, or whatever the others
   * write. An unpaired surrogate becomes a question mark.
   */
  public void value(@Nullable Object value) {
    if (value instanceof String text) {
      text(text);
    } else if (value instanceof Integer number) {
      reserve(NUMBER);
      size = NumberOutput.outputInt(number, bytes, size);
    } else if (value == null) {
      verbatim(NULL);
    } else if (value instanceof Double number && Double.isFinite(number)) {
      number(number);
    } else if (value instanceof Boolean bool) {
      verbatim(bool ? TRUE : FALSE);
    } else if (value instanceof Long number) {
      reserve(NUMBER);
      size = NumberOutput.outputLong(number, bytes, size);
    } else if (value instanceof CompletedValue completed) {
      completed.writeTo(this);
    } else {
      other(value);
    }
  }

  private void other(Object value) {
    if (value instanceof Map<?, ?> members) {
      char before = '{';
      for (Map.Entry<?, ?> member : members.entrySet()) {
        sign(before);
        text(String.valueOf(member.getKey()));
        sign(':');
        value(member.getValue());
        before = ',';
      }
      end(before, '{', '}');
    } else if (value instanceof Iterable<?> elements) {
      char before = '[';
      for (Object element : elements) {
        sign(before);
        value(element);
        before = ',';
      }
      end(before, '[', ']');
    } else if (value instanceof BigDecimal || value instanceof BigInteger) {
      verbatim(ascii(value.toString()));
    } else {
      verbatim(others.apply(value));
    }
  }

  /** Ends what has begun with its first element, if it had one. */
  private void end(char before, char begin, char end) {
    if (before == begin) {
      sign(begin);
    }
    sign(end);
  }

  /**
   * The shortest text that reads as the same number, as {@code Double.toString} has it from JDK 19
   * on. What is a price is shorter than any other text of the number, and found by dividing.
   */
  private void number(double number) {
    long hundredths = Math.round(number * 100);
    if (hundredths == 0 || Math.abs(number) >= PLAIN || hundredths / 100.0 != number) {
      verbatim(ascii(NumberOutput.toString(number, true)));
      return;
    }
    reserve(NUMBER);
    if (hundredths < 0) {
      bytes[size++] = '-';
    }
    int digits = (int) Math.abs(hundredths);
    size = NumberOutput.outputInt(digits / 100, bytes, size);
    bytes[size++] = '.';
    bytes[size++] = (byte) ('0' + digits / 10 % 10);
    if (digits % 10 != 0) {
      bytes[size++] = (byte) ('0' + digits % 10);
    }
  }

  private void text(String text) {
    int length = text.length();
    reserve(length + 2);
    byte[] to = bytes; // in local variables, where the loop keeps them in registers
    int at = size;
    to[at++] = '"';
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        escaped(text);
        return;
      }
      to[at++] = (byte) c;
    }
    to[at++] = '"';
    size = at;
  }

  private void escaped(String text) {
    byte[] quoted = quoted(text);
    reserve(quoted.length + 2);
    bytes[size++] = '"';
    put(quoted);
    bytes[size++] = '"';
  }

  private static byte[] quoted(String text) {
    try {
      return JsonStringEncoder.getInstance().quoteAsUTF8(text);
    } catch (IllegalArgumentException unpaired) {
      String paired = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      return JsonStringEncoder.getInstance().quoteAsUTF8(paired);
    }
  }

  /** What has been written: a copy. */
  public byte[] written() {
    return Arrays.copyOf(bytes, size);
  }

  /** Where it was written in the end: what was given, or something larger. */
  public byte[] buffer() {
    return bytes;
  }

  /** What is JSON already. */
  void verbatim(byte[] more) {
    reserve(more.length);
    put(more);
  }

  private void put(byte[] more) {
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
