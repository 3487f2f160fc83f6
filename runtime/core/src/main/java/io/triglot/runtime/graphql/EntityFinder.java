package io.triglot.runtime.graphql;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What finds the objects of a type by one of its keys.
 *
 * @param type the name of the type
 * @param key the fields of the key
 * @param reader makes a key of coerced fields
 * @param fetcher finds the objects of many keys in one call
 * @param contributor the class of the binding that added it
 */
record EntityFinder<K>(
    String type,
    List<String> key,
    InputReader<K> reader,
    BatchFetcher<K> fetcher,
    String contributor) {

  /** Whether a representation has a value for each field of the key. */
  boolean takes(Map<String, @Nullable Object> representation) {
    return key.stream().allMatch(field -> representation.get(field) != null);
  }
}
