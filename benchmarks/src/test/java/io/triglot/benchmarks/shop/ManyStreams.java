package io.triglot.benchmarks.shop;

import static io.triglot.benchmarks.shop.Operation.CREATE_ORDER;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Thousands of open streams: what each of them takes, and how soon all of them tell of an order.
 */
final class ManyStreams implements Part {
  private static final int ORDERS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Override
  public void measure(DatabaseServer server, Effort effort, Report report) throws Exception {
    int open = OpenFiles.connections(effort.open(), report);
    report.columns(
        "protocol",
        "open streams",
        "heap per stream, bytes",
        "RSS per stream, bytes",
        "threads of the shop",
        "order to event p50 ms",
        "p95 ms",
        "p99 ms",
        "events/s",
        "streams lost",
        "heap before → open → closed");
    for (Protocol protocol : Protocol.USUAL) {
      report.doing(open + " open streams, " + protocol);
      try (Shops shops = Shops.start(server);
          ShopClient orders = protocol.connect(shops.first().address(), 1)) {
        measure(protocol, open, shops.first(), Load.of(orders, CREATE_ORDER), report);
      }
    }
    report.end();
  }

  private static void measure(
      Protocol protocol, int open, ShopProcess shop, Load order, Report report) throws Exception {
    warmUp(protocol, shop, order);
    ProcessGauges.Holding before = shop.gauges().holding();
    Outcome all;
    ProcessGauges.Holding during;
    long lost;
    int silent;
    String why;
    try (Audience audience = Audience.of(protocol.connect(shop.address(), open), open)) {
      untilLive(audience, order);
      during = shop.gauges().holding();
      Histogram times = new Histogram(3);
      Duration lasted = Duration.ZERO;
      for (int i = 0; i < ORDERS; i++) {
        Outcome told = audience.tell(order, PATIENCE.toMillis());
        times.add(told.times());
        lasted = lasted.plus(told.lasted());
      }
      lost = audience.lost();
      silent = audience.silent();
      why = audience.firstLoss() == null ? "" : " (" + audience.firstLoss() + ")";
      all = new Outcome(times, lost + silent, why, lasted);
    }
    ProcessGauges.Holding after = afterClose(shop, before, during, order);
    report.row(
        protocol,
        open,
        Report.figure((double) (during.heap() - before.heap()) / open, 0),
        Report.figure((double) (during.resident() - before.resident()) / open, 0),
        before.threads() + " → " + during.threads(),
        Report.figure(all.millis(50), 0),
        Report.figure(all.millis(95), 0),
        Report.figure(all.millis(99), 0),
        Report.figure(all.perSecond(), 0),
        all.errors() + why,
        Report.mebibytes(before.heap())
            + " → "
            + Report.mebibytes(during.heap())
            + " → "
            + Report.mebibytes(after.heap()));
  }

  private static void warmUp(Protocol protocol, ShopProcess shop, Load order) throws Exception {
    try (Audience audience = Audience.of(protocol.connect(shop.address(), 100), 100)) {
      untilLive(audience, order);
      for (int i = 0; i < 200; i++) {
        audience.tell(order, PATIENCE.toMillis());
      }
    }
  }

  /** Places orders until each stream has told of one. */
  private static void untilLive(Audience audience, Load order) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    do {
      audience.tell(order, 2_000);
    } while (audience.silent() > 0 && System.nanoTime() < end);
  }

  /**
   * What is held when the streams are over. The server learns of that a little later, and the
   * shop's publisher forgets subscribers that have gone when it has the next event for them.
   */
  private static ProcessGauges.Holding afterClose(
      ShopProcess shop, ProcessGauges.Holding before, ProcessGauges.Holding during, Load order)
      throws Exception {
    long half = (before.heap() + during.heap()) / 2;
    ProcessGauges.Holding after = shop.gauges().holding();
    for (int i = 0; i < 20 && after.heap() > half; i++) {
      Thread.sleep(500);
      order.call().get(60, TimeUnit.SECONDS);
      after = shop.gauges().holding();
    }
    return after;
  }
}
