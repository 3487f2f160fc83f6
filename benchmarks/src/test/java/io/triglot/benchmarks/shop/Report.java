package io.triglot.benchmarks.shop;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is printed: Markdown, to be pasted into a document. Not thread-safe. */
public final class Report {
  private final PrintStream out;
  private final PrintStream progress;
  private final List<String> failures = new ArrayList<>();

  /**
   * A report.
   *
   * @param out where it goes
   * @param progress where it goes meanwhile what is done at this moment
   */
  public Report(PrintStream out, PrintStream progress) {
    this.out = out;
    this.progress = progress;
  }

  public void heading(String text) {
    out.println("\n### " + text + "\n");
  }

  public void paragraph(String text) {
    out.println(text + "\n");
  }

  /** Begins a table. */
  public void columns(String... names) {
    out.println("| " + String.join(" | ", names) + " |");
    out.println("|" + "---|".repeat(names.length));
  }

  /** Adds a row to the table. */
  public void row(Object... cells) {
    List<String> texts = new ArrayList<>();
    for (Object cell : cells) {
      texts.add(cell.toString());
    }
    out.println("| " + String.join(" | ", texts) + " |");
  }

  /** Ends the table. */
  public void end() {
    out.println();
  }

  void code(String text) {
    out.println("```\n" + text.strip() + "\n```\n");
  }

  /** Tells who waits what is done now. */
  public void doing(String what) {
    progress.println("... " + what);
  }

  /** Something could not be measured, or is not as it should be. */
  public void failed(String what) {
    failures.add(what);
    out.println("**Failed:** " + what + "\n");
  }

  public List<String> failures() {
    return List.copyOf(failures);
  }

  /** A figure with so many decimals. */
  public static String figure(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  /** Bytes, in mebibytes. */
  static String mebibytes(long bytes) {
    return figure(bytes / (1024.0 * 1024.0), 1) + " MiB";
  }
}
