package io.triglot.runtime.grpc;

import io.triglot.runtime.JsonValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Any JSON value, as {@link JsonValues} has it, as {@code google.protobuf.Value}, whose numbers are
 * those of a {@code double}: others travel as the nearest one.
 *
 * <p>A {@code null_value}, or a message without any value, is read as null.
 */
public final class ValueMarshaller extends MessageMarshaller<Object> {
  /** The one instance. */
  public static final ValueMarshaller INSTANCE = new ValueMarshaller();

  /** Stands for null inside of lists and maps, which have no place for it on the way. */
  static final Object NULL = new Object();

  /** Encodes what lies inside of another value, where null is {@link #NULL}. */
  static final FieldCodec<Object> NESTED = new NestedValueCodec();

  private static final int NULL_TAG = 1 << 3 | WireType.VARINT;
  private static final int NUMBER_TAG = 2 << 3 | WireType.I64;
  private static final int STRING_TAG = 3 << 3 | WireType.LEN;
  private static final int BOOL_TAG = 4 << 3 | WireType.VARINT;
  private static final int STRUCT_TAG = 5 << 3 | WireType.LEN;
  private static final int LIST_TAG = 6 << 3 | WireType.LEN;

  /** Whole numbers up to this one are exact in a double. */
  private static final double EXACT = 1L << 53;

  private ValueMarshaller() {}

  @Override
  protected void write(WireWriter out, Object value) {
    Object plain = value == NULL ? null : plain(value);
    if (plain == null) {
      out.writeOptional(NULL_TAG, 0, Scalars.INT32);
    } else if (plain instanceof Number number) {
      out.writeOptional(NUMBER_TAG, number.doubleValue(), Scalars.DOUBLE);
    } else if (plain instanceof Boolean bool) {
      out.writeOptional(BOOL_TAG, bool, Scalars.BOOL);
    } else if (plain instanceof Map<?, ?> members) {
      out.writeOptional(STRUCT_TAG, JsonValues.ofMap(members), StructMarshaller.INSTANCE);
    } else if (plain instanceof List<?> elements) {
      out.writeOptional(LIST_TAG, new ArrayList<>(elements), ListValueMarshaller.INSTANCE);
    } else {
      out.writeOptional(STRING_TAG, plain.toString(), Scalars.STRING);
    }
  }

  @Override
  @SuppressWarnings({"NullAway", "unchecked"}) // null is one of the values; lists and maps are ours
  protected Object read(WireReader in, @Nullable Object previous) {
    Object value = previous;
    while (in.hasNext()) {
      switch (in.readTag()) {
        case NULL_TAG -> {
          in.readInt32();
          value = null;
        }
        case NUMBER_TAG -> value = number(in.readDouble());
        case STRING_TAG -> value = in.readString();
        case BOOL_TAG -> value = in.readBool();
        case STRUCT_TAG ->
            value =
                in.read(
                    StructMarshaller.INSTANCE,
                    value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : null);
        case LIST_TAG ->
            value =
                in.read(
                    ListValueMarshaller.INSTANCE,
                    value instanceof List<?> list ? (List<@Nullable Object>) list : null);
        default -> in.skip();
      }
    }
    return value;
  }

  @Override
  protected String fieldName(int number) {
    return "";
  }

  private static @Nullable Object plain(Object value) {
    try {
      return JsonValues.of(value);
    } catch (IllegalArgumentException e) {
      throw new WireFormatException("cannot be written as JSON");
    }
  }

  private static Number number(double value) {
    if (!Double.isFinite(value)) {
      throw new WireFormatException("must be a finite number");
    }
    if (value != Math.rint(value) || Math.abs(value) > EXACT) {
      return BigDecimal.valueOf(value);
    }
    if (value == (int) value) {
      return (int) value;
    }
    return (long) value;
  }

  private static final class NestedValueCodec implements FieldCodec<Object> {
    @Override
    public int wireType() {
      return WireType.LEN;
    }

    @Override
    public void encode(WireWriter out, Object value) {
      INSTANCE.encode(out, value);
    }

    @Override
    public Object decode(WireReader in, @Nullable Object previous) {
      Object value = INSTANCE.decode(in, previous == NULL ? null : previous);
      return value == null ? NULL : value;
    }

    @Override
    public Object absent() {
      return NULL;
    }
  }
}
