package io.triglot.benchmarks.grpc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * Ways to do the same, measured in turns: each for some milliseconds, then the next, so that what
 * else the machine does disturbs all of them alike. Prints ratios of neighbouring turns: the
 * median, and between which the middle eight of ten lie.
 */
final class Turns {
  private final int warmUp;
  private final int measured;
  private final Map<String, DoubleSupplier> ways = new LinkedHashMap<>();
  private final Map<String, List<Double>> nanos = new LinkedHashMap<>();

  /** So many turns before it counts, and so many that count. */
  Turns(int warmUp, int measured) {
    this.warmUp = warmUp;
    this.measured = measured;
  }

  /**
   * Adds a way.
   *
   * @param turn takes one turn, and tells the nanoseconds that each operation of it took
   */
  Turns add(String name, DoubleSupplier turn) {
    ways.put(name, turn);
    nanos.put(name, new ArrayList<>());
    return this;
  }

  /** Takes all turns. */
  Turns run() {
    for (int turn = -warmUp; turn < measured; turn++) {
      for (Map.Entry<String, DoubleSupplier> way : ways.entrySet()) {
        double each = way.getValue().getAsDouble();
        if (turn >= 0) {
          nanos.get(way.getKey()).add(each);
        }
      }
    }
    return this;
  }

  /** Prints how many times faster one way is than another. */
  void print(String data, String own, String other) {
    List<Double> ratios = new ArrayList<>();
    for (int turn = 0; turn < measured; turn++) {
      ratios.add(nanos.get(other).get(turn) / nanos.get(own).get(turn));
    }
    System.out.println(
        String.format(
            Locale.ROOT,
            "| %s : %s | %s | %.2f (%.2f–%.2f) | %.0f : %.0f |",
            own,
            other,
            data,
            at(ratios, 0.5),
            at(ratios, 0.1),
            at(ratios, 0.9),
            at(nanos.get(own), 0.5),
            at(nanos.get(other), 0.5)));
  }

  private static double at(List<Double> values, double part) {
    List<Double> sorted = new ArrayList<>(values);
    sorted.sort(null);
    return sorted.get((int) (part * (sorted.size() - 1)));
  }
}
