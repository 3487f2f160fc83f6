package io.triglot.benchmarks.shop;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Measures the shop on its three protocols, and prints what came of it as Markdown.
 *
 * <p>Arguments: {@code quick} for a run of three minutes; {@code database=} and {@code h2} (if not
 * said), {@code postgres}, or the JDBC URL of a PostgreSQL server; {@code soak=} and minutes;
 * {@code open=} and a number of requests and streams; {@code only=} and names of parts, with
 * commas.
 */
public final class ShopComparison {
  /** What can be measured, by name. */
  static final Map<String, Named> PARTS = parts();

  private ShopComparison() {}

  /** Measures and prints; the exit code is 1 when a part has failed. */
  public static void main(String[] arguments) throws Exception {
    Options options = Options.of(arguments);
    Report report = new Report(System.out, System.err);
    try (DatabaseServer database = DatabaseServer.named(options.database())) {
      run(options, database, report);
    }
    System.exit(report.failures().isEmpty() ? 0 : 1);
  }

  /** Runs the parts that were asked for; one that fails does not keep the others from running. */
  static void run(Options options, DatabaseServer database, Report report) {
    long begin = System.nanoTime();
    report.paragraph(Machine.description(database));
    report.paragraph("Load average at the beginning: " + Machine.busy() + ".");
    PARTS.forEach(
        (name, named) -> {
          if (options.includes(name)) {
            report.heading(named.title());
            try {
              named.part().measure(database, options.effort(), report);
            } catch (Exception e) {
              report.end();
              report.failed(name + ": " + e);
            }
          }
        });
    report.paragraph(
        "Took "
            + Duration.ofNanos(System.nanoTime() - begin).toSeconds()
            + " s; load average at the end: "
            + Machine.busy()
            + ".");
    report.paragraph(
        report.failures().isEmpty()
            ? "Every part was measured."
            : "Failed: " + String.join("; ", report.failures()));
  }

  private static Map<String, Named> parts() {
    Map<String, Named> parts = new LinkedHashMap<>();
    parts.put("start", new Named("Cold start", new ColdStart()));
    parts.put("database", new Named("Database calls and query plans", new DatabaseCalls()));
    parts.put("times", new Named("Throughput and response times", new ResponseTimes()));
    parts.put("cost", new Named("Payload and processor time", new PayloadAndCpu()));
    parts.put("requests", new Named("Many open requests", new ManyRequests()));
    parts.put("streams", new Named("Many open streams", new ManyStreams()));
    parts.put("instances", new Named("One and two instances", new Instances()));
    parts.put("soak", new Named("Soak", new Soak()));
    return parts;
  }

  /** A part under its title. */
  record Named(String title, Part part) {}
}
