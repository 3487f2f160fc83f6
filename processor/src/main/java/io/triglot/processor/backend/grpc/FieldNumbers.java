package io.triglot.processor.backend.grpc;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives the fields of a message their numbers: the user's, and the lowest free ones in order. */
final class FieldNumbers {
  private static final int RESERVED_FROM = 19_000;
  private static final int RESERVED_TO = 19_999;

  private FieldNumbers() {}

  /**
   * The number of each field.
   *
   * @param wishes what the user says, for each field in order
   */
  static List<Integer> assign(List<OptionalInt> wishes) {
    Set<Integer> taken =
        wishes.stream().flatMap(wish -> wish.stream().boxed()).collect(Collectors.toSet());
    List<Integer> numbers = new ArrayList<>();
    int next = 1;
    for (OptionalInt wish : wishes) {
      if (wish.isPresent()) {
        numbers.add(wish.getAsInt());
        continue;
      }
      while (taken.contains(next) || isReserved(next)) {
        next++;
      }
      numbers.add(next++);
    }
    return numbers;
  }

  private static boolean isReserved(int number) {
    return number >= RESERVED_FROM && number <= RESERVED_TO;
  }
}
