package io.triglot.benchmarks.grpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures every benchmark of this package once in a JVM of its own, round after round, and prints
 * ratios of what ran in one round: the median, and the lowest and highest round. Of each
 * measurement the fastest of eight short iterations counts. On a machine that does other work,
 * these ratios say more than absolute times and averages.
 *
 * <p>The arguments are the number of rounds, and a regular expression of the benchmarks' names.
 */
final class GrpcComparison {
  private static final String PACKAGE = GrpcComparison.class.getPackageName();
  private static final List<String[]> PAIRS =
      List.of(
          new String[] {"encodeDirect", "encodeMapped"},
          new String[] {"encodeDirect", "encodePrebuilt"},
          new String[] {"decodeDirect", "decodeMapped"},
          new String[] {"roundTripDirect", "roundTripMapped"},
          new String[] {"callDirect", "callMapped"});

  private final Map<String, List<Double>> times = new TreeMap<>();
  private final Map<String, List<Double>> bytes = new TreeMap<>();

  private GrpcComparison() {}

  /** Measures and prints. */
  public static void main(String[] arguments) throws RunnerException {
    GrpcComparison comparison = new GrpcComparison();
    int rounds = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
    for (int round = 0; round < rounds; round++) {
      comparison.measure(arguments.length < 2 ? PACKAGE : arguments[1]);
    }
    comparison.print();
  }

  private void measure(String benchmarks) throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(benchmarks)
        .forks(1)
        .measurementIterations(8)
        .measurementTime(TimeValue.milliseconds(250))
        .addProfiler(GCProfiler.class)
        .jvmArgsAppend("-Xms512m", "-Xmx512m", "-XX:+UseParallelGC")
        .shouldFailOnError(true);
    for (RunResult result : new Runner(options.build()).run()) {
      String label = result.getPrimaryResult().getLabel();
      String key = label + " " + result.getParams().getParam("data");
      times
          .computeIfAbsent(key, any -> new ArrayList<>())
          .add(result.getPrimaryResult().getStatistics().getMin());
      bytes
          .computeIfAbsent(key, any -> new ArrayList<>())
          .add(result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
    }
  }

  private void print() {
    System.out.println("| | data | times faster: median (lowest–highest round) | ns | B |");
    System.out.println("|---|---|---|---|---|");
    for (String[] pair : PAIRS) {
      for (String data : List.of("big", "international", "small")) {
        String own = pair[0] + " " + data;
        String other = pair[1] + " " + data;
        if (times.containsKey(own)) {
          System.out.println(row(pair, data, own, other));
        }
      }
    }
  }

  private String row(String[] pair, String data, String own, String other) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < times.get(own).size(); round++) {
      ratios.add(times.get(other).get(round) / times.get(own).get(round));
    }
    ratios.sort(null);
    return String.format(
        Locale.ROOT,
        "| %s : %s | %s | %.2f (%.2f–%.2f) | %.0f : %.0f | %.0f : %.0f |",
        pair[0],
        pair[1],
        data,
        median(ratios),
        ratios.get(0),
        ratios.get(ratios.size() - 1),
        median(times.get(own)),
        median(times.get(other)),
        median(bytes.get(own)),
        median(bytes.get(other)));
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    sorted.sort(null);
    return sorted.get(sorted.size() / 2);
  }
}
