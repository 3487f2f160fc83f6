package io.triglot.runtime.grpc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A collection inside of another one: since protobuf cannot repeat what is repeated, a message
 * stands for it whose one field, {@code values}, has what the collection has.
 */
public final class WrappedCollection {
  private static final int VALUES = 1;

  private WrappedCollection() {}

  /** A list. */
  public static <T> FieldCodec<List<T>> list(FieldCodec<T> element) {
    return new Elements<>(element, values -> values);
  }

  /** A set, in the order in which it is iterated. */
  public static <T> FieldCodec<Set<T>> set(FieldCodec<T> element) {
    return new Elements<>(element, LinkedHashSet::new);
  }

  /** A collection. */
  public static <T> FieldCodec<Collection<T>> collection(FieldCodec<T> element) {
    return new Elements<>(element, values -> values);
  }

  /** What can be iterated. */
  public static <T> FieldCodec<Iterable<T>> iterable(FieldCodec<T> element) {
    return new Elements<>(element, values -> values);
  }

  /** A map. */
  public static <K, V> FieldCodec<Map<K, V>> map(FieldCodec<K> keys, FieldCodec<V> values) {
    return new Entries<>(keys, values);
  }

  private static final class Elements<T, C extends Iterable<T>> extends MessageMarshaller<C> {
    private final FieldCodec<T> element;
    private final Function<List<T>, C> making;
    private final int unpackedTag;
    private final int packedTag;

    Elements(FieldCodec<T> element, Function<List<T>, C> making) {
      this.element = element;
      this.making = making;
      unpackedTag = WireType.tag(VALUES, element.wireType());
      packedTag = WireType.tag(VALUES, WireType.LEN);
    }

    @Override
    protected void write(WireWriter out, C values) {
      if (unpackedTag == packedTag) {
        out.writeRepeated(unpackedTag, values, element);
      } else {
        out.writePacked(packedTag, values, element);
      }
    }

    @Override
    protected C read(WireReader in, @Nullable C previous) {
      List<T> values = new ArrayList<>();
      if (previous != null) {
        previous.forEach(values::add);
      }
      while (in.hasNext()) {
        int tag = in.readTag();
        if (tag == unpackedTag) {
          in.readElement(values, element);
        } else if (tag == packedTag) {
          in.readPacked(values, element);
        } else {
          in.skip();
        }
      }
      return making.apply(values);
    }

    @Override
    protected String fieldName(int number) {
      return "";
    }
  }

  private static final class Entries<K, V> extends MessageMarshaller<Map<K, V>> {
    private static final int TAG = WireType.tag(VALUES, WireType.LEN);

    private final FieldCodec<K> keys;
    private final FieldCodec<V> values;

    Entries(FieldCodec<K> keys, FieldCodec<V> values) {
      this.keys = keys;
      this.values = values;
    }

    @Override
    protected void write(WireWriter out, Map<K, V> map) {
      out.writeMap(TAG, map, keys, values);
    }

    @Override
    protected Map<K, V> read(WireReader in, @Nullable Map<K, V> previous) {
      Map<K, V> map = previous == null ? new LinkedHashMap<>() : new LinkedHashMap<>(previous);
      while (in.hasNext()) {
        if (in.readTag() == TAG) {
          in.readEntry(map, keys, values);
        } else {
          in.skip();
        }
      }
      return map;
    }

    @Override
    protected String fieldName(int number) {
      return "";
    }
  }
}
