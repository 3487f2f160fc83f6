package io.triglot.benchmarks.shop;

import java.util.EnumMap;
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
    report.columns(
        "operation",
        "protocol",
        "bytes sent",
        "bytes received",
        "shop's CPU, µs per operation",
        "errors");
    try (Shops shops = Shops.start(server)) {
      Map<Protocol, ShopClient> clients = new EnumMap<>(Protocol.class);
      try {
        for (Protocol protocol : Protocol.values()) {
          clients.put(protocol, protocol.connect(shops.first().address(), CALLERS));
        }
        for (Operation operation : Operation.values()) {
          for (Protocol protocol : Protocol.values()) {
            report.doing("warm-up, " + operation + ", " + protocol);
            shops.trim();
            ClosedLoop.run(Load.of(clients.get(protocol), operation), CALLERS, effort.search());
          }
        }
        for (Operation operation : Operation.values()) {
          measure(operation, shops, clients, effort, report);
        }
      } finally {
        clients.values().forEach(ShopClient::close);
      }
    }
    report.end();
  }

  private static void measure(
      Operation operation,
      Shops shops,
      Map<Protocol, ShopClient> clients,
      Effort effort,
      Report report)
      throws Exception {
    Map<Protocol, Spread> cpu = new EnumMap<>(Protocol.class);
    Map<Protocol, Long> errors = new EnumMap<>(Protocol.class);
    for (int round = 0; round < effort.rounds(); round++) {
      for (Protocol protocol : Protocol.values()) {
        report.doing("processor time, " + operation + ", " + protocol);
        shops.trim();
        long before = shops.first().gauges().cpuNanos();
        Outcome outcome =
            ClosedLoop.run(Load.of(clients.get(protocol), operation), CALLERS, effort.search());
        long used = shops.first().gauges().cpuNanos() - before;
        errors.merge(protocol, outcome.errors(), Long::sum);
        cpu.computeIfAbsent(protocol, any -> new Spread())
            .add(used / 1_000.0 / Math.max(1, outcome.times().getTotalCount()));
      }
    }
    for (Protocol protocol : Protocol.values()) {
      shops.trim();
      Wire wire = bytes(protocol, operation, shops.first().address());
      report.row(
          operation,
          protocol,
          Report.figure(wire.sent, 0),
          Report.figure(wire.received, 0),
          cpu.get(protocol).text(0),
          errors.get(protocol));
    }
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

  /** Bytes per operation, in both directions. */
  private record Wire(double sent, double received) {}
}
