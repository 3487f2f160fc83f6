package io.triglot.runtime.parity;

import io.triglot.runtime.Failure;
import io.triglot.runtime.FieldViolation;
import io.triglot.runtime.JsonValues;
import io.triglot.runtime.StatusCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where two answers differ. Values that are not equal are compared as JSON, numbers by their value;
 * null, an absent member and an empty collection are one, since gRPC does not tell them apart.
 */
final class Differences {
  /** Differs between any two failures, or between any two servers. */
  private static final Set<String> OF_ONE_SERVER = Set.of("incident", "httpStatus");

  private final List<String> found = new ArrayList<>();

  private Differences() {}

  /** JSON pointers to what differs; none where the answers are the same. */
  static List<String> between(Outcome one, Outcome other) {
    Differences differences = new Differences();
    if (one instanceof Outcome.Value value && other instanceof Outcome.Value candidate) {
      differences.compareValues(value.value(), candidate.value());
    } else if (one instanceof Outcome.Failed failed && other instanceof Outcome.Failed candidate) {
      differences.compare("", told(failed.failure()), told(candidate.failure()));
    } else {
      differences.add("");
    }
    return differences.found;
  }

  private void compareValues(@Nullable Object one, @Nullable Object other) {
    if (Objects.deepEquals(one, other)) {
      return;
    }
    try {
      compare("", JsonValues.of(one), JsonValues.of(other));
    } catch (IllegalArgumentException noJson) {
      add("");
    }
  }

  /** What callers are told; of what is a bug, no more than that. */
  private static Map<String, @Nullable Object> told(Failure failure) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("code", failure.code().name());
    if (failure.code() != StatusCode.INTERNAL) {
      told.put("reason", failure.reason());
      told.put("violations", fields(failure));
      Map<String, @Nullable Object> details = new TreeMap<>();
      failure
          .details()
          .forEach((name, value) -> details.put(name, value == null ? null : value.toString()));
      details.keySet().removeAll(OF_ONE_SERVER);
      told.put("details", details);
    }
    return told;
  }

  private static List<String> fields(Failure failure) {
    return failure.violations().stream().map(FieldViolation::field).sorted().toList();
  }

  private void compare(String pointer, @Nullable Object one, @Nullable Object other) {
    if (isNothing(one) && isNothing(other)) {
      return;
    }
    if (one instanceof Map<?, ?> members && other instanceof Map<?, ?> others) {
      Set<String> names = new TreeSet<>();
      members.keySet().forEach(name -> names.add(String.valueOf(name)));
      others.keySet().forEach(name -> names.add(String.valueOf(name)));
      names.forEach(name -> compare(member(pointer, name), members.get(name), others.get(name)));
    } else if (one instanceof List<?> list
        && other instanceof List<?> otherList
        && list.size() == otherList.size()) {
      for (int i = 0; i < list.size(); i++) {
        compare(pointer + "/" + i, list.get(i), otherList.get(i));
      }
    } else if (!isSame(one, other)) {
      add(pointer);
    }
  }

  private static boolean isNothing(@Nullable Object value) {
    return value == null
        || value instanceof Collection<?> elements && elements.isEmpty()
        || value instanceof Map<?, ?> members && members.isEmpty();
  }

  private static boolean isSame(@Nullable Object one, @Nullable Object other) {
    return Objects.deepEquals(one, other)
        || one instanceof Number number
            && other instanceof Number otherNumber
            && isFinite(number)
            && isFinite(otherNumber)
            && decimal(number).compareTo(decimal(otherNumber)) == 0;
  }

  private static boolean isFinite(Number number) {
    return Double.isFinite(number.doubleValue()) || number instanceof BigDecimal;
  }

  private static BigDecimal decimal(Number number) {
    return number instanceof BigDecimal known ? known : new BigDecimal(number.toString());
  }

  private static String member(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  private void add(String pointer) {
    if (found.size() < Comparison.MOST_DIFFERENCES) {
      found.add(pointer);
    }
  }
}
