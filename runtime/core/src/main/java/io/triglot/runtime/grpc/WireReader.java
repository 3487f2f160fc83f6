package io.triglot.runtime.grpc;

import io.triglot.runtime.Access;
import io.triglot.runtime.Clearance;
import io.triglot.runtime.Conversions;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads protobuf messages from bytes that may be hostile: whatever is wrong ends in a {@link
 * WireFormatException} that names the field.
 *
 * <p>The methods named {@code readX} read one value after its tag. Not thread-safe.
 */
public final class WireReader extends WireInput {
  /**
   * How often a message may be merged into an earlier piece of it. Each time copies what is there,
   * so that a client who may do it a million times could stop the server.
   */
  private static final int MERGE_LIMIT = 100;

  /** Whether enum constants that the reader does not know are taken for absent. */
  private final boolean tolerant;

  /** What the sender may send. */
  private final Clearance clearance;

  private int merges;

  /** A reader of one message that anybody may have sent. The array is not copied. */
  public WireReader(byte[] message) {
    this(message, Clearance.ANONYMOUS);
  }

  /** A reader of one message of a request. The array is not copied. */
  WireReader(byte[] message, Clearance sender) {
    this(message, false, sender);
  }

  private WireReader(byte[] message, boolean tolerant, Clearance sender) {
    super(message);
    this.tolerant = tolerant;
    clearance = sender;
  }

  /**
   * A reader of a message from a server that may be newer than we are. It treats a number that is
   * no constant of an enum as protobuf treats it in closed enums: the field is absent, the element
   * or map entry is left out.
   */
  static WireReader tolerant(byte[] message) {
    return new WireReader(message, true, Clearance.UNLIMITED);
  }

  /**
   * This reader, if the sender may send the field at hand, which is guarded.
   *
   * @throws WireFormatException that becomes {@code PERMISSION_DENIED} or {@code UNAUTHENTICATED}
   */
  public WireReader guarded(Access access) {
    if (!clearance.admits(access)) {
      throw new WireFormatException(path -> clearance.refusal(access, path), "is guarded");
    }
    return this;
  }

  /**
   * Whether a guarded field is given, which a mask may say of one whose value is not there.
   *
   * @throws WireFormatException as above
   */
  public boolean guarded(int fieldTag, Access access, boolean given) {
    try {
      return given && guarded(access) == this;
    } catch (WireFormatException e) {
      throw failed(fieldTag, e);
    }
  }

  /**
   * Makes sure that a message does not come in pieces, of which each may say anew what it has.
   *
   * @param previous the message that the same field had before
   * @throws WireFormatException when there is one
   */
  public void whole(@Nullable Object previous) {
    if (previous != null) {
      throw new WireFormatException("must not come in pieces");
    }
  }

  /**
   * Reads an enum.
   *
   * @return null for number 0 where the enum has no constant for it: nothing was specified
   * @throws WireFormatException when the enum has no constant with the number
   */
  public <E extends Enum<E>> @Nullable E readEnum(EnumNumbering<E> numbering) {
    int number = readInt32();
    return number == 0 || tolerant ? numbering.constant(number) : numbering.known(number);
  }

  /**
   * Reads a value.
   *
   * @param previous the value that the field had before in this message, if any
   */
  public <T> T read(FieldCodec<T> codec, @Nullable T previous) {
    return codec.decode(this, previous);
  }

  /** Reads a value of a type that is not merged. */
  public <T> T read(FieldCodec<T> codec) {
    return codec.decode(this, null);
  }

  /** Reads one element of a repeated field and adds it. */
  public <T> void readElement(Collection<T> elements, FieldCodec<T> codec) {
    int elementTag = tag;
    try {
      T element = decode(codec, null);
      if (element != null) {
        elements.add(element);
      } else if (!tolerant) {
        throw new WireFormatException("must not be null");
      }
    } catch (WireFormatException e) {
      throw failed(elementTag, e.atIndex(elements.size()));
    }
  }

  /** Reads the elements of a repeated field that are packed under one tag and adds them. */
  public <T> void readPacked(Collection<T> elements, FieldCodec<T> codec) {
    int outerLimit = narrow(readLength());
    while (hasNext()) {
      readElement(elements, codec);
    }
    limit = outerLimit;
  }

  /** Reads an entry of a map and puts it there; of two entries with one key the last one stays. */
  public <K, V> void readEntry(Map<K, V> map, FieldCodec<K> keys, FieldCodec<V> values) {
    int mapTag = tag;
    int outerLimit = descend();
    int keyTag = WireType.tag(1, keys.wireType());
    int valueTag = WireType.tag(2, values.wireType());
    @Nullable K key = null;
    @Nullable V value = null;
    boolean said = false;
    try {
      while (hasNext()) {
        int next = readTag();
        if (next == keyTag) {
          key = keys.decode(this, key);
        } else if (next == valueTag) {
          value = decode(values, value);
          said = true;
          if (value == null && !tolerant) {
            throw new WireFormatException("must not be null");
          }
        } else {
          skip(next);
        }
      }
      key = key == null ? keys.absent() : key;
      if (!said) {
        value = tolerant ? values.absentKnown() : values.absent();
      }
      if (value != null) {
        map.put(key, value);
      }
    } catch (WireFormatException e) {
      throw failed(mapTag, key == null ? e : e.atKey(key));
    }
    ascend(outerLimit);
  }

  /**
   * The value of a field that a message must have.
   *
   * @throws WireFormatException when it is absent; but not for an enum from a newer server, which
   *     may have a constant that we do not know
   */
  @SuppressWarnings("NullAway") // what that null means is for the caller of a newer server to say
  public <T> T required(int fieldTag, @Nullable T value) {
    if (value == null && !(tolerant && WireType.of(fieldTag) == WireType.VARINT)) {
      throw failed(fieldTag, new WireFormatException("is required"));
    }
    return value;
  }

  /**
   * The value of a field that a message must have, and of which a newer server may have one that we
   * do not know: then, and only then, null.
   *
   * @throws WireFormatException when it is absent
   */
  @SuppressWarnings("NullAway") // as above
  public <T> T requiredKnown(int fieldTag, @Nullable T value) {
    return value == null && tolerant ? value : required(fieldTag, value);
  }

  /**
   * What a conversion makes of a value; null of null.
   *
   * @param expectation what the value has to be, such as {@code a Money}
   * @throws WireFormatException when it is not
   */
  @SuppressWarnings("NullAway") // null comes out only where it goes in
  public <S, T> T converted(
      int fieldTag,
      @Nullable S value,
      Function<? super S, ? extends T> conversion,
      String expectation) {
    try {
      return value == null ? null : Conversions.read(value, conversion);
    } catch (IllegalArgumentException e) {
      throw failed(fieldTag, new WireFormatException("must be " + expectation));
    }
  }

  private <T> @Nullable T decode(FieldCodec<T> codec, @Nullable T previous) {
    return tolerant ? codec.decodeKnown(this, previous) : codec.decode(this, previous);
  }

  /**
   * What a message must say and does not; for a newer server, which may say what we do not know,
   * nothing is wrong.
   */
  void checkSaid(@Nullable Object said, String problem) {
    if (said == null && !tolerant) {
      throw failed(0, new WireFormatException(problem));
    }
  }

  /** Reads the length of a message and the message. */
  <T> T readMessage(MessageMarshaller<T> marshaller, @Nullable T previous) {
    int outerTag = tag;
    if (previous != null && ++merges > MERGE_LIMIT) {
      throw new WireFormatException("comes in more than " + MERGE_LIMIT + " pieces");
    }
    int outerLimit = descend();
    try {
      T message = readFields(marshaller, previous);
      ascend(outerLimit);
      return message;
    } catch (WireFormatException e) {
      throw failed(outerTag, e);
    }
  }

  /** Reads the fields of a message up to the limit. */
  <T> T readFields(MessageMarshaller<T> marshaller, @Nullable T previous) {
    try {
      return marshaller.read(this, previous);
    } catch (WireFormatException e) {
      throw tag == 0 ? e : e.inField(marshaller.fieldName(WireType.fieldNumber(tag)));
    }
  }
}
