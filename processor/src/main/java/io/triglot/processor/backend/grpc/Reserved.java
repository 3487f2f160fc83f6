package io.triglot.processor.backend.grpc;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a message or enum must not use again, because former fields or values had it.
 *
 * @param names in the {@code .proto} file
 */
record Reserved(SortedSet<Integer> numbers, SortedSet<String> names) {
  /** Nothing. */
  static final Reserved NOTHING = new Reserved(new TreeSet<>(), new TreeSet<>());

  Reserved {
    numbers = Collections.unmodifiableSortedSet(new TreeSet<>(numbers));
    names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
  }

  boolean isEmpty() {
    return numbers.isEmpty() && names.isEmpty();
  }
}
