package io.triglot.example.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What belongs to each of several objects, found by one query for all of them. */
public final class Lookup {
  private Lookup() {}

  /**
   * Looks up a value for each object.
   *
   * @param key what an object and its value have in common
   * @param query finds values by their keys
   * @return the values that there are
   */
  public static <T, V> Map<T, V> ofEach(
      Database database, Collection<T> objects, Function<T, String> key, Query<V> query) {
    Set<String> keys = objects.stream().map(key).collect(Collectors.toSet());
    Map<String, V> found = database.inTransaction(tx -> query.find(tx, keys));
    Map<T, V> values = new HashMap<>();
    for (T object : objects) {
      V value = found.get(key.apply(object));
      if (value != null) {
        values.put(object, value);
      }
    }
    return values;
  }

  /** Finds values by their keys. */
  @FunctionalInterface
  public interface Query<V> {
    /** The values that there are, by key. */
    Map<String, V> find(Handle tx, Set<String> keys);
  }
}
