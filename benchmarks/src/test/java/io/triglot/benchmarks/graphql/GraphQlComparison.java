package io.triglot.benchmarks.graphql;

import io.triglot.benchmarks.contest.Question;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The same requests answered by Triglot, graphql-java and its frameworks, each in a process of its
 * own, in turns: from the request's body to the response's. Prints a table per request, in
 * Markdown: the median of the rounds, and between which the middle eight of ten lie. Ratios are of
 * turns of one round.
 *
 * <p>The arguments are the number of rounds, 15 if nothing is said, and the milliseconds of a turn,
 * 500. Ten times as long, each answers each request before it counts.
 */
final class GraphQlComparison {
  private GraphQlComparison() {}

  /** Measures and prints. */
  public static void main(String[] arguments) throws IOException {
    int rounds = arguments.length < 1 ? 15 : Integer.parseInt(arguments[0]);
    int millis = arguments.length < 2 ? 500 : Integer.parseInt(arguments[1]);
    List<ContestChild> contestants = ContestChild.start();
    try {
      Map<Question, List<List<ContestChild.Cost>>> costs = new EnumMap<>(Question.class);
      for (Question question : Question.values()) {
        costs.put(
            question,
            contestants.stream().<List<ContestChild.Cost>>map(x -> new ArrayList<>()).toList());
      }
      for (Question question : Question.values()) {
        for (ContestChild contestant : contestants) {
          contestant.turn(question, 10 * millis);
        }
      }
      for (int round = 0; round < rounds; round++) {
        for (Question question : Question.values()) {
          for (int i = 0; i < contestants.size(); i++) {
            costs.get(question).get(i).add(contestants.get(i).turn(question, millis));
          }
        }
      }
      costs.forEach((question, each) -> print(question, contestants, each));
    } finally {
      contestants.forEach(ContestChild::close);
    }
    System.out.println(
        "load average " + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static void print(
      Question question, List<ContestChild> contestants, List<List<ContestChild.Cost>> costs) {
    System.out.println("\n**" + question + "**\n");
    System.out.println("| | CPU, µs | bytes allocated | CPU : Triglot's | bytes : Triglot's |");
    System.out.println("|---|---|---|---|---|");
    for (int i = 0; i < contestants.size(); i++) {
      List<Double> micros = costs.get(i).stream().map(cost -> cost.nanos() / 1000).toList();
      List<Double> bytes = costs.get(i).stream().map(ContestChild.Cost::bytes).toList();
      List<ContestChild.Cost> all = costs.get(i);
      List<ContestChild.Cost> own = costs.get(0);
      List<Double> ratios =
          IntStream.range(0, all.size())
              .mapToObj(round -> all.get(round).nanos() / own.get(round).nanos())
              .toList();
      List<Double> allocation =
          IntStream.range(0, all.size())
              .mapToObj(round -> all.get(round).bytes() / own.get(round).bytes())
              .toList();
      System.out.println(
          "| %s | %s | %,.0f | %s | %.1f |"
              .formatted(
                  contestants.get(i).name(),
                  spread(micros),
                  at(bytes, 0.5),
                  spread(ratios),
                  at(allocation, 0.5)));
    }
  }

  private static String spread(List<Double> values) {
    return String.format(
        Locale.ROOT, "%.1f (%.1f–%.1f)", at(values, 0.5), at(values, 0.1), at(values, 0.9));
  }

  private static double at(List<Double> values, double part) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) (part * (sorted.size() - 1)));
  }
}
