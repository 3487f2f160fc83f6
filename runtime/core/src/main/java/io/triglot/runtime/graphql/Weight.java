package io.triglot.runtime.graphql;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What executing selections costs, as far as the document tells: for a fixed part the sum, and what
 * is to be multiplied by the values of variables. Sums and products that a {@code long} cannot hold
 * are {@link Long#MAX_VALUE}.
 */
record Weight(long fixed, List<Sized> sized) {
  private static final BigInteger LONGEST = BigInteger.valueOf(Long.MAX_VALUE);

  static final Weight NOTHING = new Weight(0, List.of());

  /**
   * What costs as often as a list has elements, whose number is the value of a variable, or its
   * length.
   */
  record Sized(String variable, long otherwise, Weight each) {
    long of(Map<String, ?> variables) {
      Object value = variables.get(variable);
      long size = otherwise;
      if (value instanceof Collection<?> list) {
        size = list.size();
      } else if (value instanceof BigInteger large) {
        size = large.min(LONGEST).max(BigInteger.ONE.negate()).longValue();
      } else if (value instanceof Number sent) {
        size = sent.longValue();
      }
      return product(size < 0 ? otherwise : size, each.of(variables));
    }
  }

  Weight {
    sized = List.copyOf(sized);
  }

  /** Both together. */
  Weight plus(Weight other) {
    List<Sized> all = new ArrayList<>(sized);
    all.addAll(other.sized);
    return new Weight(sum(fixed, other.fixed), all);
  }

  Weight plus(long cost) {
    return new Weight(sum(fixed, cost), sized);
  }

  /** The same so many times. */
  Weight times(long count) {
    List<Sized> all =
        sized.stream()
            .map(part -> new Sized(part.variable(), part.otherwise(), part.each().times(count)))
            .toList();
    return new Weight(product(fixed, count), all);
  }

  /** The cost with these values of variables. */
  long of(Map<String, ?> variables) {
    long total = fixed;
    for (Sized part : sized) {
      total = sum(total, part.of(variables));
    }
    return total;
  }

  private static long sum(long a, long b) {
    return a + b < 0 ? Long.MAX_VALUE : a + b;
  }

  private static long product(long a, long b) {
    return a == 0 || b <= Long.MAX_VALUE / a ? a * b : Long.MAX_VALUE;
  }
}
