package io.triglot.processor.backend.grpc;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.model.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives the fields of a message their numbers: the user's, and the lowest free ones in order. */
final class FieldNumbers {
  private static final int MAX = 536_870_911;
  private static final int RESERVED_FROM = 19_000;
  private static final int RESERVED_TO = 19_999;

  private FieldNumbers() {}

  /** What a field asks for. */
  record Wish(OptionalInt number, Origin origin) {}

  /** The number of each field, in the order of the wishes. */
  static List<Integer> assign(List<Wish> wishes) {
    Set<Integer> taken =
        wishes.stream().flatMap(wish -> wish.number().stream().boxed()).collect(Collectors.toSet());
    List<Integer> numbers = new ArrayList<>();
    int next = 1;
    for (Wish wish : wishes) {
      if (wish.number().isPresent()) {
        numbers.add(wish.number().getAsInt());
        continue;
      }
      while (taken.contains(next) || isReserved(next)) {
        next++;
      }
      numbers.add(next++);
    }
    return numbers;
  }

  /** What is wrong with the user's numbers. */
  static List<Diagnostic> check(List<Wish> wishes) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    Map<Integer, Origin> owners = new HashMap<>();
    for (Wish wish : wishes) {
      wish.number()
          .ifPresent(
              number -> {
                if (number < 1 || number > MAX || isReserved(number)) {
                  diagnostics.add(outOfRange(wish.origin(), number));
                }
                Origin other = owners.putIfAbsent(number, wish.origin());
                if (other != null) {
                  diagnostics.add(taken(wish.origin(), number, other));
                }
              });
    }
    return diagnostics;
  }

  private static Diagnostic outOfRange(Origin origin, int number) {
    return GrpcRules.FIELD_NUMBER.at(
        origin,
        origin + " has the protobuf field number " + number + ", which protobuf does not allow.",
        "Choose one from 1 to 536870911 that is not from 19000 to 19999.");
  }

  private static Diagnostic taken(Origin origin, int number, Origin other) {
    return GrpcRules.FIELD_NUMBER.at(
        origin,
        origin + " has the protobuf field number " + number + ", and so has " + other + ".",
        "Give one of them another number.");
  }

  private static boolean isReserved(int number) {
    return number >= RESERVED_FROM && number <= RESERVED_TO;
  }
}
