package io.triglot.benchmarks.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One figure of several rounds: its median, and between what it lay. Not thread-safe. */
public final class Spread {
  private final List<Double> values = new ArrayList<>();

  public void add(double value) {
    values.add(value);
    values.sort(null);
  }

  public double median() {
    return values.isEmpty() ? Double.NaN : values.get(values.size() / 2);
  }

  /** The median, and in brackets the lowest and highest round, with so many decimals. */
  public String text(int decimals) {
    if (values.isEmpty()) {
      return "–";
    }
    String figure = "%,." + decimals + "f";
    return values.size() == 1
        ? String.format(Locale.ROOT, figure, median())
        : String.format(
            Locale.ROOT,
            figure + " (" + figure + "–" + figure + ")",
            median(),
            values.get(0),
            values.get(values.size() - 1));
  }
}
