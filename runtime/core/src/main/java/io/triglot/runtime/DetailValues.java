package io.triglot.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the properties of errors into values that every protocol can tell. */
final class DetailValues {
  private DetailValues() {}

  /** The details with plain values, in the same order. */
  static Map<String, @Nullable Object> plain(Map<?, ?> details) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    details.forEach((name, value) -> plain.put(String.valueOf(name), plain(value)));
    return Collections.unmodifiableMap(plain);
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value == null
        || value instanceof String
        || value instanceof Number
        || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof Optional<?> optional) {
      return plain(optional.orElse(null));
    }
    if (value instanceof Map<?, ?> map) {
      return plain(map);
    }
    return value instanceof Collection<?> collection ? plain(collection) : TextScalar.textOf(value);
  }

  private static List<@Nullable Object> plain(Collection<?> collection) {
    List<@Nullable Object> plain = new ArrayList<>();
    collection.forEach(element -> plain.add(plain(element)));
    return Collections.unmodifiableList(plain);
  }
}
