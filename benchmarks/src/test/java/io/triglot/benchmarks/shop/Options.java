package io.triglot.benchmarks.shop;

import java.time.Duration;
import java.util.Set;

/**
 * What was asked for on the command line.
 *
 * @param effort how long is measured
 * @param database the name of the database
 * @param only the parts to measure; all where it is empty
 */
record Options(Effort effort, String database, Set<String> only) {
  /**
   * Reads the arguments of {@link ShopComparison}.
   *
   * @throws IllegalArgumentException when they cannot be understood
   */
  static Options of(String... arguments) {
    Options options = new Options(Effort.FULL, "h2", Set.of());
    for (String argument : arguments) {
      options = options.with(argument);
    }
    return options;
  }

  boolean includes(String part) {
    return only.isEmpty() || only.contains(part);
  }

  private Options with(String argument) {
    String value = argument.substring(argument.indexOf('=') + 1);
    return switch (argument.replaceFirst("=.*", "=")) {
      case "quick" -> new Options(Effort.QUICK, database, only);
      case "database=" -> new Options(effort, value, only);
      case "soak=" -> {
        Duration soak = Duration.ofMillis((long) (Double.parseDouble(value) * 60_000));
        yield new Options(effort.withSoak(soak), database, only);
      }
      case "open=" -> new Options(effort.withOpen(Integer.parseInt(value)), database, only);
      case "only=" -> new Options(effort, database, parts(value));
      default -> throw new IllegalArgumentException("Unknown argument " + argument);
    };
  }

  private static Set<String> parts(String names) {
    Set<String> parts = Set.of(names.split(","));
    for (String part : parts) {
      if (!ShopComparison.PARTS.containsKey(part)) {
        throw new IllegalArgumentException(
            "No part " + part + ", but " + ShopComparison.PARTS.keySet());
      }
    }
    return parts;
  }
}
