package io.triglot.runtime.grpc;

import io.triglot.runtime.Conversions;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value that travels as another one.
 *
 * @param expectation what the other has to be, for messages
 */
record ConvertedCodec<S, T>(
    FieldCodec<S> carrier,
    Function<? super T, ? extends S> write,
    Function<? super S, ? extends T> read,
    String expectation)
    implements FieldCodec<T> {

  @Override
  public int wireType() {
    return carrier.wireType();
  }

  @Override
  public void encode(WireWriter out, T value) {
    carrier.encode(out, write.apply(value));
  }

  @Override
  public T decode(WireReader in, @Nullable T previous) {
    return convert(carrier.decode(in, previous == null ? null : write.apply(previous)));
  }

  @Override
  public @Nullable T decodeKnown(WireReader in, @Nullable T previous) {
    S carried = carrier.decodeKnown(in, previous == null ? null : write.apply(previous));
    return carried == null ? null : convert(carried);
  }

  @Override
  public T absent() {
    return convert(carrier.absent());
  }

  @Override
  public @Nullable T absentKnown() {
    S carried = carrier.absentKnown();
    return carried == null ? null : convert(carried);
  }

  private T convert(S carried) {
    try {
      return Conversions.read(carried, read);
    } catch (IllegalArgumentException e) {
      throw new WireFormatException("must be " + expectation);
    }
  }
}
