package io.triglot.benchmarks.shop;

import static io.triglot.benchmarks.shop.Operation.READ_ONE;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long it takes from the start of a process to its first answer, a process per protocol. */
final class ColdStart implements Part {
  @Override
  public void measure(DatabaseServer server, Effort effort, Report report) throws Exception {
    Map<Protocol, Spread> open = new EnumMap<>(Protocol.class);
    Map<Protocol, Spread> first = new EnumMap<>(Protocol.class);
    Map<Protocol, Spread> second = new EnumMap<>(Protocol.class);
    try (Shops shops = Shops.start(server)) {
      for (Protocol protocol : Protocol.USUAL) {
        open.put(protocol, new Spread());
        first.put(protocol, new Spread());
        second.put(protocol, new Spread());
        callOnce(protocol, shops.first().address()); // so that our own side is warm
      }
      for (int round = 0; round < effort.rounds(); round++) {
        for (Protocol protocol : Protocol.USUAL) {
          report.doing("cold start, " + protocol);
          long begin = System.nanoTime();
          try (ShopProcess shop = ShopProcess.start(shops.url())) {
            open.get(protocol).add(millisSince(begin));
            callOnce(protocol, shop.address());
            first.get(protocol).add(millisSince(begin));
            long again = System.nanoTime();
            callOnce(protocol, shop.address());
            second.get(protocol).add(millisSince(again));
          }
        }
      }
    }
    report.columns(
        "protocol", "ms to open ports", "ms to the first answer", "ms of the second call");
    for (Protocol protocol : Protocol.USUAL) {
      report.row(
          protocol,
          open.get(protocol).text(0),
          first.get(protocol).text(0),
          second.get(protocol).text(0));
    }
    report.end();
  }

  private static void callOnce(Protocol protocol, ShopAddress address) throws Exception {
    try (ShopClient client = protocol.connect(address, 1)) {
      client.call(READ_ONE).get(60, TimeUnit.SECONDS);
    }
  }

  private static double millisSince(long begin) {
    return (System.nanoTime() - begin) / 1e6;
  }
}
