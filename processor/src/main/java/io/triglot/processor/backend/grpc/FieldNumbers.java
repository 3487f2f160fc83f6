package io.triglot.processor.backend.grpc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives the fields of a message, or the values of an enum, their numbers. */
final class FieldNumbers {
  private static final int RESERVED_FROM = 19_000;
  private static final int RESERVED_TO = 19_999;

  private final Map<String, Integer> locked;
  private final Set<Integer> taken;
  private int next;

  private FieldNumbers(Map<String, Integer> locked, Set<Integer> taken, int next) {
    this.locked = locked;
    this.taken = new HashSet<>(taken);
    this.next = next;
  }

  /**
   * The number of each field of a message that was never published: the user's, and the lowest free
   * ones in order.
   *
   * @param wishes what the user says, for each field in order
   */
  static List<Integer> assign(List<OptionalInt> wishes) {
    FieldNumbers numbers = new FieldNumbers(Map.of(), wished(wishes), 1);
    List<Integer> assigned = new ArrayList<>();
    wishes.forEach(wish -> assigned.add(wish.orElseGet(numbers::next)));
    return assigned;
  }

  /**
   * The numbers of a message that was published.
   *
   * @param locked the numbers by name, those of former fields too
   * @param wishes what the user says
   */
  static FieldNumbers after(Map<String, Integer> locked, List<OptionalInt> wishes) {
    Set<Integer> wished = wished(wishes);
    int highest = 0;
    for (int number : locked.values()) {
      highest = Math.max(highest, number);
    }
    for (int number : wished) {
      highest = Math.max(highest, number);
    }
    return new FieldNumbers(locked, wished, highest + 1);
  }

  /** The number of a field. */
  int number(String name, OptionalInt wish) {
    return wish.orElseGet(
        () -> locked.containsKey(name) && taken.add(locked.get(name)) ? locked.get(name) : next());
  }

  private int next() {
    while (taken.contains(next) || isReserved(next)) {
      next++;
    }
    return next++;
  }

  private static Set<Integer> wished(List<OptionalInt> wishes) {
    return wishes.stream().flatMap(wish -> wish.stream().boxed()).collect(Collectors.toSet());
  }

  private static boolean isReserved(int number) {
    return number >= RESERVED_FROM && number <= RESERVED_TO;
  }
}
