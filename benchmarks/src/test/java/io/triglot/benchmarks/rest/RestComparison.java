package io.triglot.benchmarks.rest;

import io.triglot.benchmarks.shop.Machine;
import io.triglot.benchmarks.shop.Report;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The same three requests of REST on Triglot's server and on others, on JDK 17 and JDK 25 where
 * they are installed. Prints tables in Markdown: the median of the rounds, and in brackets the
 * lowest and the highest.
 *
 * <p>Arguments: {@code quick} for a single short round; {@code jdk=17} or {@code jdk=25} for one of
 * them; {@code only=cost} or {@code only=start} for one part.
 */
public final class RestComparison {
  private RestComparison() {}

  /** Measures and prints; the exit code is 1 when something could not be measured. */
  public static void main(String[] arguments) {
    Set<String> words = Set.of(arguments);
    Effort effort = words.contains("quick") ? Effort.QUICK : Effort.FULL;
    Report report = new Report(System.out, System.err);
    report.paragraph(
        Runtime.getRuntime().availableProcessors()
            + " processors ("
            + Machine.processor()
            + "), which the load and the server share; each server with "
            + ServerProcess.HEAP
            + "; load average at the beginning "
            + Machine.busy());
    for (int jdk : List.of(17, 25)) {
      if (words.stream().noneMatch(word -> word.startsWith("jdk=") && !word.equals("jdk=" + jdk))) {
        try {
          measure(jdk, words, effort, report);
        } catch (Exception e) {
          report.end();
          report.failed("JDK " + jdk + ": " + e);
        }
      }
    }
    report.paragraph("Load average at the end: " + Machine.busy());
    System.exit(report.failures().isEmpty() ? 0 : 1);
  }

  private static void measure(int feature, Set<String> words, Effort effort, Report report)
      throws Exception {
    Optional<Jdk> found = Jdk.find(feature);
    if (found.isEmpty()) {
      report.paragraph("JDK " + feature + " is not installed here: set JAVA_HOME_" + feature + ".");
      return;
    }
    Jdk jdk = found.get();
    report.heading("JDK " + jdk.version());
    for (Contender contender : Contender.values()) {
      if (!contender.runsOn(jdk)) {
        report.paragraph(contender + " does not run on JDK " + feature + ": left out.");
      } else if (!contender.isBuilt()) {
        report.paragraph(
            contender + " was not built, because Maven runs on an older JDK: left out.");
      }
    }
    List<Contender> contenders =
        Stream.of(Contender.values())
            .filter(contender -> contender.runsOn(jdk) && contender.isBuilt())
            .toList();
    if (!words.contains("only=start")) {
      CpuPerRequest.measure(contenders, jdk, effort, report);
    }
    if (!words.contains("only=cost")) {
      ColdStarts.measure(contenders, jdk, effort, report);
    }
  }
}
