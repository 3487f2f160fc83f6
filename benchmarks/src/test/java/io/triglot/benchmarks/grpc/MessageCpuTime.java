package io.triglot.benchmarks.grpc;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The processor time of {@link MessageBenchmark}'s methods, in turns of some milliseconds each: for
 * machines that are too busy for times by the clock. Prints ratios of neighbouring turns: the
 * median, and between which the middle eight of ten lie.
 *
 * <p>The argument is the message: {@code big}, {@code international} or {@code small}.
 */
final class MessageCpuTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int WARM_UP_TURNS = 100;
  private static final int TURNS = 200;
  private static final long TURN_NANOS = 5_000_000;

  /** Keeps results alive. */
  static volatile Object sink = "";

  private MessageCpuTime() {}

  /** Measures and prints. */
  public static void main(String[] arguments) {
    MessageBenchmark benchmark = new MessageBenchmark();
    benchmark.data = arguments[0];
    benchmark.prepare();
    Map<String, Supplier<Object>> ways = new LinkedHashMap<>();
    ways.put("encodeDirect", benchmark::encodeDirect);
    ways.put("encodeMapped", benchmark::encodeMapped);
    ways.put("encodePrebuilt", benchmark::encodePrebuilt);
    ways.put("decodeDirect", benchmark::decodeDirect);
    ways.put("decodeMapped", benchmark::decodeMapped);
    ways.put("roundTripDirect", benchmark::roundTripDirect);
    ways.put("roundTripMapped", benchmark::roundTripMapped);
    Map<String, List<Double>> nanos = new LinkedHashMap<>();
    for (int turn = -WARM_UP_TURNS; turn < TURNS; turn++) {
      for (Map.Entry<String, Supplier<Object>> way : ways.entrySet()) {
        double each = turn(way.getValue());
        if (turn >= 0) {
          nanos.computeIfAbsent(way.getKey(), any -> new ArrayList<>()).add(each);
        }
      }
    }
    print(arguments[0], nanos, "encodeDirect", "encodeMapped");
    print(arguments[0], nanos, "encodeDirect", "encodePrebuilt");
    print(arguments[0], nanos, "decodeDirect", "decodeMapped");
    print(arguments[0], nanos, "roundTripDirect", "roundTripMapped");
  }

  private static double turn(Supplier<Object> way) {
    long begin = THREADS.getCurrentThreadCpuTime();
    long end;
    long operations = 0;
    do {
      for (int i = 0; i < 100; i++) {
        sink = way.get();
      }
      operations += 100;
      end = THREADS.getCurrentThreadCpuTime();
    } while (end - begin < TURN_NANOS);
    return (double) (end - begin) / operations;
  }

  private static void print(
      String data, Map<String, List<Double>> nanos, String own, String other) {
    List<Double> ratios = new ArrayList<>();
    for (int turn = 0; turn < TURNS; turn++) {
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
