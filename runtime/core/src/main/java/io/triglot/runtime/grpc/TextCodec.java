package io.triglot.runtime.grpc;

import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A scalar that the wire does not know and that travels as a string.
 *
 * @param expectation what the string must be, for messages
 * @param parsing throws IllegalArgumentException or DateTimeParseException on any other string
 */
record TextCodec<T>(String expectation, Function<T, String> formatting, Function<String, T> parsing)
    implements FieldCodec<T> {

  @Override
  public int wireType() {
    return WireType.LEN;
  }

  @Override
  public void encode(WireWriter out, T value) {
    out.string(formatting.apply(value));
  }

  @Override
  public T decode(WireReader in, @Nullable T previous) {
    return parse(in.readString());
  }

  @Override
  public T absent() {
    return parse("");
  }

  private T parse(String text) {
    try {
      return parsing.apply(text);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new WireFormatException("must be " + expectation);
    }
  }
}
