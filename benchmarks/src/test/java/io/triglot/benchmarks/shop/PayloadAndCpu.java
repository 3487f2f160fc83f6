package io.triglot.benchmarks.shop;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a call costs on each protocol: bytes on the wire, on a connection that has been used before,
 * and processor time of the shop's process.
 */
final class PayloadAndCpu implements Part {
  private static final int CALLS = 100;
  private static final int CALLERS = 16;

  @Override
  public void measure(DatabaseServer server, Effort effort, Report report) throws Exception {
    List<Cell> cells = new ArrayList<>();
    try (Shops shops = Shops.start(server)) {
      Map<Protocol, ShopClient> clients = new EnumMap<>(Protocol.class);
      try {
        for (Protocol protocol : Protocol.values()) {
          clients.put(protocol, protocol.connect(shops.first().address(), CALLERS));
        }
        for (Operation operation : Operation.values()) {
          for (Protocol protocol : Protocol.values()) {
            report.doing("warm-up, " + operation + ", " + protocol);
            Cell cell = new Cell(operation, protocol, Load.of(clients.get(protocol), operation));
            shops.trim();
            ClosedLoop.run(cell.load, CALLERS, effort.warmUp());
            cells.add(cell);
          }
        }
        for (int round = 1; round <= effort.rounds(); round++) {
          for (Cell cell : cells) {
            report.doing("processor time, " + cell.operation + ", " + cell.protocol + ", " + round);
            shops.trim();
            cell.measure(effort, shops.first().gauges());
          }
        }
      } finally {
        clients.values().forEach(ShopClient::close);
      }
      print(cells, shops, report);
    }
  }

  private static void print(List<Cell> cells, Shops shops, Report report) throws Exception {
    report.columns(
        "operation",
        "protocol",
        "bytes sent",
        "bytes received",
        "shop's CPU, µs per operation",
        "errors");
    for (Cell cell : cells) {
      shops.trim();
      Wire wire = bytes(cell.protocol, cell.operation, shops.first().address());
      report.row(
          cell.operation,
          cell.protocol,
          Report.figure(wire.sent, 0),
          Report.figure(wire.received, 0),
          cell.cpuMicros.text(0),
          cell.errors);
    }
    report.end();
  }

  private static Wire bytes(Protocol protocol, Operation operation, ShopAddress shop)
      throws Exception {
    try (CountingRelay http = new CountingRelay(shop.port());
        CountingRelay grpc = new CountingRelay(shop.grpcPort());
        ShopClient client = protocol.connect(shop.behind(http.port(), grpc.port()), 1)) {
      call(client, operation);
      double sent = http.sent() + grpc.sent();
      double received = http.received() + grpc.received();
      call(client, operation);
      return new Wire(
          (http.sent() + grpc.sent() - sent) / CALLS,
          (http.received() + grpc.received() - received) / CALLS);
    }
  }

  private static void call(ShopClient client, Operation operation) throws Exception {
    for (int i = 0; i < CALLS; i++) {
      client.call(operation).get(60, TimeUnit.SECONDS);
    }
  }

  /** One operation on one protocol. */
  private static final class Cell {
    final Operation operation;
    final Protocol protocol;
    final Load load;
    final Spread cpuMicros = new Spread();
    long errors;

    Cell(Operation operation, Protocol protocol, Load load) {
      this.operation = operation;
      this.protocol = protocol;
      this.load = load;
    }

    void measure(Effort effort, ProcessGauges gauges) throws Exception {
      long before = gauges.cpuNanos();
      Outcome outcome = ClosedLoop.run(load, CALLERS, effort.search());
      long used = gauges.cpuNanos() - before;
      errors += outcome.errors();
      cpuMicros.add(used / 1_000.0 / Math.max(1, outcome.times().getTotalCount()));
    }
  }

  /** Bytes per operation, in both directions. */
  private record Wire(double sent, double received) {}
}
