package io.triglot.benchmarks.shop;

import static io.triglot.benchmarks.shop.Operation.CREATE_ORDER;
import static io.triglot.benchmarks.shop.Operation.READ_ONE;

import java.util.ArrayList;
import java.util.List;

/** The throughput of one shop, and of two over one database with the calls shared among them. */
final class Instances implements Part {
  private static final int CALLERS = 64;

  @Override
  public void measure(DatabaseServer server, Effort effort, Report report) throws Exception {
    report.columns("operation", "protocol", "calls/s, one instance", "two instances", "errors");
    try (Shops shops = Shops.start(server)) {
      ShopProcess second = shops.add();
      for (Operation operation : List.of(READ_ONE, CREATE_ORDER)) {
        for (Protocol protocol : Protocol.USUAL) {
          report.doing("two instances, " + operation + ", " + protocol);
          try (ShopClient left = protocol.connect(shops.first().address(), CALLERS);
              ShopClient right = protocol.connect(second.address(), CALLERS)) {
            measure(operation, protocol, List.of(left, right), shops, effort, report);
          }
        }
      }
    }
    report.end();
  }

  private static void measure(
      Operation operation,
      Protocol protocol,
      List<ShopClient> clients,
      Shops shops,
      Effort effort,
      Report report)
      throws Exception {
    List<Load> loads = new ArrayList<>();
    for (ShopClient client : clients) {
      loads.add(Load.of(client, operation));
    }
    Load both = Load.inTurn(loads);
    ClosedLoop.run(both, CALLERS, effort.warmUp().multipliedBy(2));
    Spread one = new Spread();
    Spread two = new Spread();
    long errors = 0;
    for (int round = 0; round < effort.rounds(); round++) {
      shops.trim();
      Outcome alone = ClosedLoop.run(loads.get(0), CALLERS, effort.search());
      Outcome shared = ClosedLoop.run(both, CALLERS, effort.search());
      one.add(alone.perSecond());
      two.add(shared.perSecond());
      errors += alone.errors() + shared.errors();
    }
    report.row(operation, protocol, one.text(0), two.text(0), errors);
  }
}
