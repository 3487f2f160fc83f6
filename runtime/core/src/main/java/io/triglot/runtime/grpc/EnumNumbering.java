package io.triglot.runtime.grpc;

import org.jspecify.annotations.Nullable;

/**
 * The protobuf numbers of an enum's constants. Each enum of an API has one generated subclass.
 *
 * <p>Number 0 is {@code X_UNSPECIFIED}: no constant, unless the enum itself declares {@code
 * UNSPECIFIED}.
 */
public abstract class EnumNumbering<E extends Enum<E>> implements FieldCodec<E> {
  private final String name;

  /**
   * Called by generated subclasses.
   *
   * @param name the name of the enum in the contract
   */
  protected EnumNumbering(String name) {
    this.name = name;
  }

  /** The number of a constant. */
  public abstract int number(E constant);

  /** The constant with a number; null where there is none. */
  public abstract @Nullable E constant(int number);

  @Override
  public final int wireType() {
    return WireType.VARINT;
  }

  @Override
  public final void encode(WireWriter out, E constant) {
    out.int32(number(constant));
  }

  @Override
  public final E decode(WireReader in, @Nullable E previous) {
    return known(in.readInt32());
  }

  @Override
  public final @Nullable E decodeKnown(WireReader in, @Nullable E previous) {
    return constant(in.readInt32());
  }

  @Override
  public final E absent() {
    return known(0);
  }

  @Override
  public final @Nullable E absentKnown() {
    return constant(0);
  }

  /** The constant with a number that a caller sent. */
  E known(int number) {
    E constant = constant(number);
    if (constant == null) {
      throw new WireFormatException(number + " is not a number of the enum " + name);
    }
    return constant;
  }
}
