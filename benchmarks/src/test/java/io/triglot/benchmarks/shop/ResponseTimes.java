package io.triglot.benchmarks.shop;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The highest throughput of each operation on each protocol, and its response times at 70 % of
 * that, in rounds that take turns.
 */
final class ResponseTimes implements Part {
  private static final int[] CALLERS = {32, 128};
  private static final double SHARE = 0.7;
  private static final double GOAL_MILLIS = 20;

  @Override
  public void measure(DatabaseServer server, Effort effort, Report report) throws Exception {
    Map<Protocol, ShopClient> clients = new EnumMap<>(Protocol.class);
    List<Cell> cells = new ArrayList<>();
    try (Shops shops = Shops.start(server)) {
      for (Protocol protocol : Protocol.USUAL) {
        clients.put(protocol, protocol.connect(shops.first().address(), 128));
      }
      for (Operation operation : Operation.values()) {
        for (Protocol protocol : Protocol.USUAL) {
          report.doing("warm-up, " + operation + ", " + protocol);
          Cell cell = new Cell(operation, protocol, Load.of(clients.get(protocol), operation));
          shops.trim();
          ClosedLoop.run(cell.load, CALLERS[0], effort.warmUp());
          cells.add(cell);
        }
      }
      for (int round = 1; round <= effort.rounds(); round++) {
        for (Cell cell : cells) {
          report.doing("response times, " + cell.operation + ", " + cell.protocol + ", " + round);
          shops.trim();
          cell.measure(effort, shops.first().gauges());
        }
      }
    } finally {
      clients.values().forEach(ShopClient::close);
    }
    print(cells, report);
  }

  private static void print(List<Cell> cells, Report report) {
    report.columns(
        "operation",
        "protocol",
        "highest throughput, calls/s",
        "p50 ms at 70 %",
        "p95 ms",
        "p99 ms",
        "p95 under 20 ms",
        "errors",
        "error rate");
    for (Cell cell : cells) {
      report.row(
          cell.operation,
          cell.protocol,
          cell.highest.text(0),
          cell.p50.text(1),
          cell.p95.text(1),
          cell.p99.text(1),
          cell.p95.median() < GOAL_MILLIS ? "yes" : "**no**",
          cell.errors,
          Report.figure(100.0 * cell.errors / Math.max(1, cell.calls), 3) + " %");
    }
    report.end();
    for (Cell cell : cells) {
      if (cell.errors > 0) {
        report.failed(cell.operation + " on " + cell.protocol + ": " + cell.firstError);
      }
    }
  }

  /** One operation on one protocol. */
  private static final class Cell {
    final Operation operation;
    final Protocol protocol;
    final Load load;
    final Spread highest = new Spread();
    final Spread p50 = new Spread();
    final Spread p95 = new Spread();
    final Spread p99 = new Spread();
    long calls;
    long errors;
    String firstError = "";

    Cell(Operation operation, Protocol protocol, Load load) {
      this.operation = operation;
      this.protocol = protocol;
      this.load = load;
    }

    void measure(Effort effort, ProcessGauges gauges) throws Exception {
      double best = 0;
      for (int callers : CALLERS) {
        Outcome search = ClosedLoop.run(load, callers, effort.search());
        count(search);
        best = Math.max(best, search.perSecond());
      }
      Outcome steady = OpenLoop.run(load, SHARE * best, effort.steady());
      count(steady);
      highest.add(best);
      p50.add(steady.millis(50));
      p95.add(steady.millis(95));
      p99.add(steady.millis(99));
    }

    private void count(Outcome outcome) {
      calls += outcome.errors() + outcome.times().getTotalCount();
      errors += outcome.errors();
      if (firstError.isEmpty() && outcome.firstError() != null) {
        firstError = outcome.firstError();
      }
    }
  }
}
