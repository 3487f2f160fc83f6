package io.triglot.processor.frontend;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table of HTML, to be a table of Markdown (GitHub Flavored Markdown, section 4.10). */
final class MarkdownTable {
  private final List<List<String>> rows = new ArrayList<>();

  /** Begins a row. */
  void row() {
    rows.add(new ArrayList<>());
  }

  /** Adds a cell to the row. */
  void cell(String content) {
    if (rows.isEmpty()) {
      row();
    }
    rows.get(rows.size() - 1).add(content.strip().replaceAll("\\s+", " ").replace("|", "\\|"));
  }

  /** The lines, the first row as the header that there must be. */
  @Override
  public String toString() {
    List<List<String>> filled = rows.stream().filter(row -> !row.isEmpty()).toList();
    int width = filled.stream().mapToInt(List::size).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (List<String> row : filled) {
      List<String> cells = new ArrayList<>(row);
      while (cells.size() < width) {
        cells.add("");
      }
      lines.add(cells.stream().collect(Collectors.joining(" | ", "| ", " |")));
      if (lines.size() == 1) {
        lines.add("|" + " --- |".repeat(width));
      }
    }
    return String.join("\n", lines);
  }
}
