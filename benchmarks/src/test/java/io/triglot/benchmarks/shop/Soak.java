package io.triglot.benchmarks.shop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * A mix of everything on all protocols at once, for long: half of the calls read one product, three
 * of ten list, one of ten joins, one of ten orders. Meanwhile streams are open on each protocol,
 * and are closed and opened again all the time.
 */
final class Soak implements Part {
  private static final int CALLERS = 32;
  private static final int STREAMS = 50;
  private static final int SAMPLES = 20;
  private static final double SHARE = 0.5;

  /** What flat means: by how much memory may differ between the second and the last quarter. */
  private static final double MOST_GROWTH = 0.05;

  private static final List<Operation> MIX =
      List.of(
          Operation.READ_ONE,
          Operation.LIST,
          Operation.READ_ONE,
          Operation.NESTED_LIST,
          Operation.READ_ONE,
          Operation.LIST,
          Operation.READ_ONE,
          Operation.CREATE_ORDER,
          Operation.READ_ONE,
          Operation.LIST);

  @Override
  public void measure(DatabaseServer server, Effort effort, Report report) throws Exception {
    List<ShopClient> clients = new ArrayList<>();
    try (Shops shops = Shops.start(server)) {
      List<Load> loads = new ArrayList<>();
      for (Protocol protocol : Protocol.USUAL) {
        ShopClient client = protocol.connect(shops.first().address(), 128);
        clients.add(client);
        MIX.forEach(operation -> loads.add(Load.of(client, operation)));
      }
      Load mix = Load.inTurn(loads);
      report.doing("soak, warm-up");
      Upkeep upkeep = Upkeep.begin(shops);
      try {
        ClosedLoop.run(mix, CALLERS, effort.warmUp().multipliedBy(3));
        double highest = ClosedLoop.run(mix, CALLERS, effort.search()).perSecond();
        soak(mix, SHARE * highest, shops, effort.soak(), report);
      } finally {
        upkeep.close();
      }
    } finally {
      clients.forEach(ShopClient::close);
    }
  }

  private static void soak(Load mix, double perSecond, Shops shops, Duration time, Report report)
      throws Exception {
    Duration step = time.dividedBy(SAMPLES);
    List<ProcessGauges.Holding> samples = new ArrayList<>();
    Histogram times = new Histogram(3);
    long errors = 0;
    String firstError = "";
    try (Churn churn = Churn.begin(shops.first().address(), STREAMS)) {
      for (int i = 0; i < SAMPLES; i++) {
        report.doing("soak, " + (i + 1) + " of " + SAMPLES);
        Outcome outcome = OpenLoop.run(mix, perSecond, step);
        samples.add(shops.first().gauges().holding());
        times.add(outcome.times());
        errors += outcome.errors();
        if (firstError.isEmpty() && outcome.firstError() != null) {
          firstError = outcome.firstError();
        }
      }
      errors += churn.lost();
      report.paragraph(
          String.format(
              "%d s at %s calls/s (half of the mix's highest throughput), %s calls, and %s streams"
                  + " that were opened and closed meanwhile.",
              time.toSeconds(),
              Report.figure(perSecond, 0),
              Report.figure(times.getTotalCount(), 0),
              Report.figure(churn.opened(), 0)));
    }
    print(new Outcome(times, errors, firstError, time), samples, report);
  }

  private static void print(Outcome outcome, List<ProcessGauges.Holding> samples, Report report) {
    report.columns("p50 ms", "p95 ms", "p99 ms", "errors", "error rate");
    report.row(
        Report.figure(outcome.millis(50), 1),
        Report.figure(outcome.millis(95), 1),
        Report.figure(outcome.millis(99), 1),
        outcome.errors() + (outcome.errors() == 0 ? "" : " (" + outcome.firstError() + ")"),
        Report.figure(100 * outcome.errorRate(), 4) + " %");
    report.end();
    report.columns("after", "heap after a collection", "RSS", "threads", "open files");
    for (int i = SAMPLES / 4 - 1; i < samples.size(); i += SAMPLES / 4) {
      ProcessGauges.Holding held = samples.get(i);
      report.row(
          (i + 1) * 100 / SAMPLES + " %",
          Report.mebibytes(held.heap()),
          Report.mebibytes(held.resident()),
          held.threads(),
          held.files());
    }
    report.end();
    double growth =
        mean(samples.subList(SAMPLES * 3 / 4, SAMPLES))
                / mean(samples.subList(SAMPLES / 4, SAMPLES / 2))
            - 1;
    report.paragraph(
        "Heap of the last quarter against the second: "
            + Report.figure(100 * growth, 1)
            + " %. Flat: "
            + (growth < MOST_GROWTH ? "yes" : "**no**")
            + ".");
  }

  private static double mean(List<ProcessGauges.Holding> samples) {
    return samples.stream().mapToLong(ProcessGauges.Holding::heap).average().orElse(Double.NaN);
  }
}
