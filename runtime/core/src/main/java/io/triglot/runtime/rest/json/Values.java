package io.triglot.runtime.rest.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What stands in values: in collections, optionals and arrays. */
final class Values {
  private Values() {}

  /** What a function makes of each. */
  static List<@Nullable Object> each(
      List<Object> values, Function<Object, @Nullable Object> function) {
    List<@Nullable Object> made = new ArrayList<>(values.size());
    values.forEach(value -> made.add(function.apply(value)));
    return made;
  }

  /** The objects that are there, each instance once, in order. */
  static List<Object> objects(@Nullable Object value) {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Object> objects = new ArrayList<>();
    add(value, seen, objects);
    return objects;
  }

  private static void add(@Nullable Object value, Set<Object> seen, List<Object> objects) {
    if (value instanceof Collection<?> elements) {
      elements.forEach(element -> add(element, seen, objects));
    } else if (value instanceof Object[] elements) {
      for (Object element : elements) {
        add(element, seen, objects);
      }
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(inner -> add(inner, seen, objects));
    } else if (value != null && seen.add(value)) {
      objects.add(value);
    }
  }
}
