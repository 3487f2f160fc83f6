package io.triglot.processor.validation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds things that have the same key. */
final class Duplicates {
  private Duplicates() {}

  /**
   * Something that comes after another one with the same key.
   *
   * @param first the first of them
   */
  record Pair<T>(T first, T repeated) {}

  /** Each repetition together with the first occurrence, in the given order. */
  static <T, K> Stream<Pair<T>> of(Stream<T> all, Function<T, K> key) {
    Map<K, List<T>> groups =
        all.collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    return groups.values().stream()
        .flatMap(group -> group.stream().skip(1).map(each -> new Pair<>(group.get(0), each)));
  }
}
