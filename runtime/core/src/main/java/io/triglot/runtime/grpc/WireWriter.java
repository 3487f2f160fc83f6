package io.triglot.runtime.grpc;

import io.triglot.runtime.Access;
import io.triglot.runtime.Clearance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Writes protobuf messages from back to front: what is written first stands last.
 *
 * <p>A message's length stands before its content; from the back, it is simply known when it is
 * needed, whatever happened to the values meanwhile. So there is no pass to compute sizes, and no
 * way to write a wrong one.
 *
 * <p>The methods named {@code writeX} take a tag ({@code number << 3 | WireType}) and are for
 * generated code; those that take a value alone are for {@link FieldCodec}s. Not thread-safe.
 */
public final class WireWriter extends ReverseBuffer {
  private int depth;
  private boolean request;
  private Clearance clearance = Clearance.ANONYMOUS;

  /** The tag of the field that could not be written, once there is one. */
  private int failedTag;

  WireWriter() {}

  /**
   * Says that what is written goes to a server, with the fields that only clients send. What is
   * guarded is for the server to judge.
   */
  WireWriter forRequest() {
    request = true;
    return clearedFor(Clearance.UNLIMITED);
  }

  /** Says what the one who gets the message may receive. */
  WireWriter clearedFor(Clearance receiver) {
    clearance = receiver;
    return this;
  }

  /** Whether the one who gets the message may receive a field that is guarded by this. */
  public boolean admits(Access access) {
    return clearance.admits(access);
  }

  /** Whether a request is written, and so the fields that only clients send. */
  public boolean isRequest() {
    return request;
  }

  /** Writes a bool, unless it is false. */
  public void writeBool(int tag, boolean value) {
    if (value) {
      bool(true);
      varint32(tag);
    }
  }

  /** Writes an int32, unless it is 0. */
  public void writeInt32(int tag, int value) {
    if (value != 0) {
      int64(value);
      varint32(tag);
    }
  }

  /** Writes an int64, unless it is 0. */
  public void writeInt64(int tag, long value) {
    if (value != 0) {
      int64(value);
      varint32(tag);
    }
  }

  /** Writes a float, unless it is +0.0; −0.0 is written. */
  public void writeFloat(int tag, float value) {
    if (Float.floatToRawIntBits(value) != 0) {
      float32(value);
      varint32(tag);
    }
  }

  /** Writes a double, unless it is +0.0; −0.0 is written. */
  public void writeDouble(int tag, double value) {
    if (Double.doubleToRawLongBits(value) != 0) {
      float64(value);
      varint32(tag);
    }
  }

  /**
   * Writes a string, unless it is empty. An unpaired surrogate becomes a question mark.
   *
   * @throws WireFormatException when it is null
   */
  public void writeString(int tag, String value) {
    requireValue(tag, value);
    if (!value.isEmpty()) {
      string(value);
      varint32(tag);
    }
  }

  /**
   * Writes bytes, unless there are none.
   *
   * @throws WireFormatException when the array is null
   */
  public void writeBytes(int tag, byte[] value) {
    requireValue(tag, value);
    if (value.length > 0) {
      bytes(value);
      varint32(tag);
    }
  }

  /**
   * Writes an enum, unless its number is 0.
   *
   * @throws WireFormatException when it is null
   */
  public <E extends Enum<E>> void writeEnum(int tag, E value, EnumNumbering<E> numbering) {
    requireValue(tag, value);
    writeInt32(tag, numbering.number(value));
  }

  /**
   * Writes a value whatever it is.
   *
   * @throws WireFormatException when it is null
   */
  public <T> void writeRequired(int tag, T value, FieldCodec<T> codec) {
    requireValue(tag, value);
    writeOptional(tag, value, codec);
  }

  /** Writes a value whatever it is; null is nothing. */
  public <T> void writeOptional(int tag, @Nullable T value, FieldCodec<T> codec) {
    if (value != null) {
      try {
        codec.encode(this, value);
      } catch (WireFormatException e) {
        throw failed(tag, e);
      }
      varint32(tag);
    }
  }

  /**
   * Writes the elements of a repeated field in the order in which they are iterated, each with its
   * tag; null is none.
   *
   * @throws WireFormatException when an element is null
   */
  public <T> void writeRepeated(
      int tag, @Nullable Iterable<? extends T> values, FieldCodec<T> codec) {
    List<? extends T> elements = ordered(values);
    for (int i = elements.size() - 1; i >= 0; i--) {
      encodeElement(tag, elements.get(i), i, codec);
      varint32(tag);
    }
  }

  /**
   * Writes the elements of a repeated field under one tag; null is none.
   *
   * @throws WireFormatException when an element is null
   */
  public <T> void writePacked(
      int tag, @Nullable Iterable<? extends T> values, FieldCodec<T> codec) {
    List<? extends T> elements = ordered(values);
    if (elements.isEmpty()) {
      return;
    }
    int end = size();
    for (int i = elements.size() - 1; i >= 0; i--) {
      encodeElement(tag, elements.get(i), i, codec);
    }
    varint32(size() - end);
    varint32(tag);
  }

  /**
   * Writes the entries of a map in the order in which they are iterated, defaults included; null is
   * none.
   *
   * @throws WireFormatException when a key or value is null
   */
  public <K, V> void writeMap(
      int tag,
      @Nullable Map<? extends K, ? extends V> map,
      FieldCodec<K> keys,
      FieldCodec<V> values) {
    if (map == null) {
      return;
    }
    List<? extends Map.Entry<? extends K, ? extends V>> entries = ordered(map.entrySet());
    for (int i = entries.size() - 1; i >= 0; i--) {
      K key = entries.get(i).getKey();
      int end = size();
      try {
        encode(entries.get(i).getValue(), values);
        varint32(WireType.tag(2, values.wireType()));
        encode(key, keys);
        varint32(WireType.tag(1, keys.wireType()));
      } catch (WireFormatException e) {
        throw failed(tag, e.atKey(key));
      }
      varint32(size() - end);
      varint32(tag);
    }
  }

  private <T> void encodeElement(int tag, @Nullable T element, int index, FieldCodec<T> codec) {
    try {
      encode(element, codec);
    } catch (WireFormatException e) {
      throw failed(tag, e.atIndex(index));
    }
  }

  private <T> void encode(@Nullable T element, FieldCodec<T> codec) {
    if (element == null) {
      throw new WireFormatException("must not be null");
    }
    codec.encode(this, element);
  }

  /** The values as a list that is cheap to walk from its end. */
  @SuppressWarnings("unchecked") // toArray has what the collection has
  private static <T> List<T> ordered(@Nullable Iterable<T> values) {
    if (values == null) {
      return List.of();
    }
    if (values instanceof List<T> list && values instanceof RandomAccess) {
      return list;
    }
    if (values instanceof Collection<T> collection) {
      return (List<T>) Arrays.asList(collection.toArray());
    }
    List<T> copy = new ArrayList<>();
    values.forEach(copy::add);
    return copy;
  }

  /** Writes the fields of a message one level down. */
  <T> void writeFields(MessageMarshaller<T> marshaller, T message) {
    if (depth > WireReader.RECURSION_LIMIT) {
      throw new WireFormatException(WireReader.NESTED_TOO_DEEP);
    }
    depth++;
    try {
      marshaller.write(this, message);
    } catch (WireFormatException e) {
      throw e.inField(marshaller.fieldName(WireType.fieldNumber(failedTag)));
    }
    depth--;
  }

  @Override
  void reset() {
    super.reset();
    depth = 0;
    request = false;
    clearance = Clearance.ANONYMOUS;
  }

  private void requireValue(int tag, @Nullable Object value) {
    if (value == null) {
      throw failed(tag, new WireFormatException("must not be null"));
    }
  }

  private WireFormatException failed(int tag, WireFormatException failure) {
    failedTag = tag;
    return failure;
  }
}
