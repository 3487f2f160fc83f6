package io.triglot.benchmarks.graphql;

import io.triglot.benchmarks.compile.GeneratedModule;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The start of a large schema as Triglot builds it, beside graphql-java's own from the same schema
 * as SDL, in turns, each in a new process: the first start, which finds nothing loaded, and one
 * after many. Prints the processor time of the processes and the ratios of neighbouring turns: the
 * median, and between which the middle eight of ten lie.
 *
 * <p>The arguments are the number of services, 500 if nothing is said, each of which brings two
 * types, and that of rounds, 15.
 */
final class SchemaStart {
  private static final int STARTS = 21;
  private static final String GRAPHQL =
      "@io.triglot.ApiService(protocols = io.triglot.runtime.Protocol.GRAPHQL)\n";

  private SchemaStart() {}

  /** The processor time of the first start and of a late one, in milliseconds. */
  private record Cost(double cold, double warm) {}

  /** Measures and prints. */
  public static void main(String[] arguments) throws IOException {
    int services = arguments.length < 1 ? 500 : Integer.parseInt(arguments[0]);
    int rounds = arguments.length < 2 ? 15 : Integer.parseInt(arguments[1]);
    Path directory = Files.createTempDirectory("triglot-benchmark");
    Path classes = new GeneratedModule(directory, services, GRAPHQL).classes();
    List<Cost> triglot = new ArrayList<>();
    List<Cost> sdl = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      triglot.add(cost("triglot", classes, services));
      sdl.add(cost("sdl", classes, services));
    }
    print("Triglot, cold, ms", triglot.stream().map(Cost::cold).toList());
    print("from SDL, cold, ms", sdl.stream().map(Cost::cold).toList());
    print("Triglot, warm, ms", triglot.stream().map(Cost::warm).toList());
    print("from SDL, warm, ms", sdl.stream().map(Cost::warm).toList());
    List<Integer> turns = IntStream.range(0, rounds).boxed().toList();
    print(
        "from SDL : Triglot, cold",
        turns.stream().map(i -> sdl.get(i).cold() / triglot.get(i).cold()).toList());
    print(
        "from SDL : Triglot, warm",
        turns.stream().map(i -> sdl.get(i).warm() / triglot.get(i).warm()).toList());
    System.out.println(
        "load average " + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /** The process counts in steps of 10 ms, so that late starts are told by their mean. */
  private static Cost cost(String way, Path classes, int services) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                classes + File.pathSeparator + System.getProperty("java.class.path"),
                SchemaStartProcess.class.getName(),
                way,
                String.valueOf(services),
                String.valueOf(STARTS))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    List<Double> millis =
        told.lines().map(line -> Double.parseDouble(line.split(" ", -1)[0])).toList();
    if (millis.size() < STARTS) {
      throw new IllegalStateException(way + " has ended early: " + told);
    }
    return new Cost(
        millis.get(0),
        millis.subList(STARTS / 2, STARTS).stream()
            .mapToDouble(each -> each)
            .average()
            .orElseThrow());
  }

  private static void print(String what, List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int last = sorted.size() - 1;
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f (%.1f–%.1f) |%n",
        what,
        sorted.get(last / 2),
        sorted.get(last / 10),
        sorted.get(last - last / 10));
  }
}
