package io.triglot.benchmarks.compile;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Compiles one service of a large module again and again, in turns with the same service in a
 * module of its own, with a class of the large module that has no part in the API, and without the
 * processor. Prints the processor time of the compiling thread, and ratios of neighbouring turns:
 * the median, and between which the middle eight of ten lie.
 *
 * <p>The arguments are the number of services, 200 if nothing is said, and that of rounds, 100.
 */
final class CompilationCost {
  private static final String SERVICE = "Article1Service";

  private CompilationCost() {}

  /** Measures and prints. */
  public static void main(String[] arguments) throws IOException {
    int services = arguments.length < 1 ? 200 : Integer.parseInt(arguments[0]);
    int rounds = arguments.length < 2 ? 100 : Integer.parseInt(arguments[1]);
    Path directory = Files.createTempDirectory("triglot-benchmark");
    GeneratedModule large = new GeneratedModule(directory.resolve("large"), services);
    GeneratedModule small = new GeneratedModule(directory.resolve("small"), 1);
    Map<String, Compilation> ways = new LinkedHashMap<>();
    ways.put("one of " + services, () -> large.compile(List.of(SERVICE), true));
    ways.put("a module of its own", () -> small.compile(List.of(SERVICE), true));
    ways.put("merge of " + services, () -> large.compile(List.of("Unrelated"), true));
    ways.put("merge of one", () -> small.compile(List.of("Unrelated"), true));
    ways.put("one of " + services + ", -proc:none", () -> large.compile(List.of(SERVICE), false));
    Map<String, List<Double>> times = measured(ways, rounds);
    times.forEach((way, each) -> print(way + ", ms", each));
    List<List<Double>> all = List.copyOf(times.values());
    print("one of " + services + " : a module of its own", ratios(all.get(0), all.get(1)));
    print(
        "one of " + services + " : alone + merge",
        ratios(all.get(0), sums(all.get(1), all.get(2))));
    print("one of " + services + " : -proc:none", ratios(all.get(0), all.get(4)));
    System.out.println(
        "load average " + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static Map<String, List<Double>> measured(Map<String, Compilation> ways, int rounds)
      throws IOException {
    Map<String, List<Double>> times = new LinkedHashMap<>();
    for (int round = -rounds / 4; round < rounds; round++) {
      for (Map.Entry<String, Compilation> way : ways.entrySet()) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        way.getValue().run();
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        if (round >= 0) {
          times.computeIfAbsent(way.getKey(), any -> new ArrayList<>()).add(nanos / 1e6);
        }
      }
    }
    return times;
  }

  private static List<Double> ratios(List<Double> over, List<Double> under) {
    return IntStream.range(0, over.size()).mapToObj(i -> over.get(i) / under.get(i)).toList();
  }

  private static List<Double> sums(List<Double> these, List<Double> those) {
    return IntStream.range(0, these.size()).mapToObj(i -> these.get(i) + those.get(i)).toList();
  }

  private static void print(String what, List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int last = sorted.size() - 1;
    System.out.printf(
        Locale.ROOT,
        "| %s | %.2f (%.2f–%.2f) |%n",
        what,
        sorted.get(last / 2),
        sorted.get(last / 10),
        sorted.get(last - last / 10));
  }

  private interface Compilation {
    void run() throws IOException;
  }
}
