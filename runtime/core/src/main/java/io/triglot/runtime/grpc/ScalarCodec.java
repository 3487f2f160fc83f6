package io.triglot.runtime.grpc;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A scalar that the wire knows. */
record ScalarCodec<T>(
    int wireType, T zero, BiConsumer<WireWriter, T> writing, Function<WireReader, T> reading)
    implements FieldCodec<T> {

  @Override
  public void encode(WireWriter out, T value) {
    writing.accept(out, value);
  }

  @Override
  public T decode(WireReader in, @Nullable T previous) {
    return reading.apply(in);
  }

  @Override
  public T absent() {
    return zero;
  }
}
