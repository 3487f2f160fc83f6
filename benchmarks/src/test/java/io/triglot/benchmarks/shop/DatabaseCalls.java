package io.triglot.benchmarks.shop;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * How many statements reach the database for each operation, as the database itself counts them,
 * and how it executes each of them.
 */
final class DatabaseCalls implements Part {
  private static final int CALLS = 20;

  @Override
  public void measure(DatabaseServer server, Effort effort, Report report) throws Exception {
    SortedMap<String, String> plans = new TreeMap<>();
    try (Shops shops = Shops.start(server)) {
      report.columns("operation", "protocol", "database calls", "statements, and how often each");
      for (Operation operation : Operation.values()) {
        for (Protocol protocol : Protocol.USUAL) {
          report.doing("database calls, " + operation + ", " + protocol);
          shops.trim();
          Map<String, Long> counted = count(server, shops, protocol, operation);
          long all = counted.values().stream().mapToLong(Long::longValue).sum();
          report.row(operation, protocol, perCall(all), list(counted));
          for (String statement : counted.keySet()) {
            if (!plans.containsKey(statement)) {
              plans.put(statement, server.plan(shops.database(), statement));
            }
          }
        }
      }
      report.end();
    }
    report.paragraph("How the database executes them (`explain`):");
    StringBuilder text = new StringBuilder();
    plans.forEach(
        (statement, plan) ->
            text.append(oneLine(statement))
                .append("\n    ")
                .append(plan.strip().replace("\n", "\n    "))
                .append("\n\n"));
    report.code(text.toString());
  }

  private static SortedMap<String, Long> count(
      DatabaseServer server, Shops shops, Protocol protocol, Operation operation) throws Exception {
    try (ShopClient client = protocol.connect(shops.first().address(), 8)) {
      client.call(operation).get(60, TimeUnit.SECONDS);
      server.beginCounting(shops.database());
      for (int i = 0; i < CALLS; i++) {
        client.call(operation).get(60, TimeUnit.SECONDS);
      }
      SortedMap<String, Long> counted = server.counted(shops.database());
      // What the shop does by itself, it does now and then.
      counted.values().removeIf(times -> times < CALLS);
      return counted;
    }
  }

  private static String list(Map<String, Long> counted) {
    StringBuilder text = new StringBuilder();
    counted.forEach(
        (statement, times) ->
            text.append(text.isEmpty() ? "" : "; ")
                .append(perCall(times))
                .append(" × ")
                .append(shortly(statement)));
    return text.toString();
  }

  private static String perCall(long times) {
    return times % CALLS == 0
        ? Long.toString(times / CALLS)
        : Report.figure((double) times / CALLS, 2);
  }

  private static String oneLine(String statement) {
    return statement.strip().replaceAll("\\s+", " ");
  }

  /** What a statement does, to what. */
  private static String shortly(String statement) {
    return oneLine(statement)
        .replaceAll("(?i)^select .* from", "select … from")
        .replaceAll("(?i)^(insert into \\w+).*", "$1")
        .replaceAll("(?i)^(update \\w+).*", "$1");
  }
}
