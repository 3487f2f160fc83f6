package io.triglot.runtime.graphql;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Brings Java values that GraphQL has no form for into one that it has. */
public final class OutputValues {
  private OutputValues() {}

  /** A map as the list of its entries; null stays null. */
  public static <K, V> @Nullable List<Map.Entry<K, V>> entries(@Nullable Map<K, V> map) {
    return map == null ? null : new ArrayList<>(map.entrySet());
  }

  /** A map as the list of its entries, their values converted; null stays null. */
  public static <K, V> @Nullable List<Map.Entry<K, @Nullable Object>> entries(
      @Nullable Map<K, V> map, Function<? super V, ? extends @Nullable Object> values) {
    if (map == null) {
      return null;
    }
    List<Map.Entry<K, @Nullable Object>> entries = new ArrayList<>(map.size());
    map.forEach(
        (key, value) -> entries.add(new SimpleImmutableEntry<>(key, converted(value, values))));
    return entries;
  }

  /** A map as the list of its entries, their keys and values converted; null stays null. */
  public static <K, V> @Nullable List<Map.Entry<Object, @Nullable Object>> entries(
      @Nullable Map<K, V> map,
      Function<? super K, ?> keys,
      Function<? super V, ? extends @Nullable Object> values) {
    if (map == null) {
      return null;
    }
    List<Map.Entry<Object, @Nullable Object>> entries = new ArrayList<>(map.size());
    map.forEach(
        (key, value) ->
            entries.add(new SimpleImmutableEntry<>(keys.apply(key), converted(value, values))));
    return entries;
  }

  /** A list with its elements converted; null stays null, also as an element. */
  public static <T> @Nullable List<@Nullable Object> list(
      @Nullable Iterable<T> list, Function<? super T, ? extends @Nullable Object> elements) {
    if (list == null) {
      return null;
    }
    List<@Nullable Object> converted = new ArrayList<>();
    list.forEach(element -> converted.add(converted(element, elements)));
    return converted;
  }

  /** A value converted; null stays null. */
  public static <S, T> @Nullable T converted(
      @Nullable S value, Function<? super S, ? extends @Nullable T> conversion) {
    return value == null ? null : conversion.apply(value);
  }
}
