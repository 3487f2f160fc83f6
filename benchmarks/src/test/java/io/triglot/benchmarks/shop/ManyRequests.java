package io.triglot.benchmarks.shop;

import static io.triglot.benchmarks.shop.Operation.READ_ONE;

import java.time.Duration;

/** Thousands of requests at once, each caller with the next as soon as it is answered. */
final class ManyRequests implements Part {
  @Override
  public void measure(DatabaseServer server, Effort effort, Report report) throws Exception {
    int open = OpenFiles.connections(effort.open(), report);
    Duration time = effort.steady().multipliedBy(2);
    report.columns(
        "protocol",
        "open requests",
        "calls/s",
        "p50 ms",
        "p95 ms",
        "p99 ms",
        "errors",
        "shop's heap, before → after",
        "shop's RSS");
    for (Protocol protocol : Protocol.USUAL) {
      report.doing(open + " open requests, " + protocol);
      try (Shops shops = Shops.start(server);
          ShopClient client = protocol.connect(shops.first().address(), open)) {
        ClosedLoop.run(Load.of(client, READ_ONE), 32, effort.warmUp());
        ProcessGauges.Holding before = shops.first().gauges().holding();
        Outcome outcome = ClosedLoop.run(Load.of(client, READ_ONE), open, time);
        ProcessGauges.Holding after = shops.first().gauges().holding();
        report.row(
            protocol,
            open,
            Report.figure(outcome.perSecond(), 0),
            Report.figure(outcome.millis(50), 0),
            Report.figure(outcome.millis(95), 0),
            Report.figure(outcome.millis(99), 0),
            outcome.errors() == 0 ? 0 : outcome.errors() + " (" + outcome.firstError() + ")",
            Report.mebibytes(before.heap()) + " → " + Report.mebibytes(after.heap()),
            Report.mebibytes(after.resident()));
      }
    }
    report.end();
  }
}
