package io.triglot.processor.frontend;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Builds Markdown from text and HTML elements. Line breaks of the source are kept. */
final class MarkdownBuilder {
  private static final Pattern HREF = Pattern.compile("href\\s*=\\s*[\"']?([^\"'\\s>]*)");
  private static final Pattern BACKTICKS = Pattern.compile("`+");
  private static final Pattern LETTER = Pattern.compile("[A-Za-z/]");
  private static final Pattern OPENING_ANGLE = Pattern.compile("<(?=[A-Za-z/])");
  private static final Pattern ITEM_START = Pattern.compile("(?:^|\n) *(?:-|1\\.) $");
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> lists = new ArrayDeque<>();
  private final Deque<String> links = new ArrayDeque<>();

  /** The content of the {@code <pre>} that is open. */
  private final StringBuilder preformatted = new StringBuilder();

  private boolean inPreformatted;
  private boolean inCode;

  /** The tables that are open, and where the cell at hand begins; the innermost first. */
  private final Deque<MarkdownTable> tables = new ArrayDeque<>();

  private final Deque<Integer> cells = new ArrayDeque<>();

  /** Whether an outermost list has begun and has no item yet. */
  private boolean listBegins;

  /** Text as a reader is to see it. */
  void text(String text) {
    if (inPreformatted) {
      preformatted.append(text);
    } else if (inCode) {
      out.append(text);
    } else {
      flow(text);
    }
  }

  /** Text that is Markdown already. */
  void verbatim(String markdown) {
    (inPreformatted ? preformatted : out).append(markdown);
  }

  /** A code span; a code block inside of {@code <pre>}. */
  void code(String code) {
    if (inPreformatted || inCode) {
      text(inCode ? code.strip() : code);
      return;
    }
    String line = code.strip().replaceAll("\\s+", " ");
    if (line.contains("`")) {
      String fence = "`".repeat(longestRun(line) + 1);
      out.append(fence).append(' ').append(line).append(' ').append(fence);
    } else if (!line.isEmpty()) {
      out.append('`').append(line).append('`');
    }
  }

  /**
   * A fenced code block.
   *
   * @param language what it is written in; empty where nothing tells
   */
  void codeBlock(String language, String code) {
    paragraph();
    String lines = code.replaceFirst("^\\s*\n", "").stripTrailing().stripIndent();
    String fence = "`".repeat(Math.max(3, longestRun(lines) + 1));
    out.append(fence).append(language).append('\n').append(lines).append('\n').append(fence);
    paragraph();
  }

  private static int longestRun(String code) {
    return BACKTICKS
        .matcher(code)
        .results()
        .mapToInt(run -> run.end() - run.start())
        .max()
        .orElse(0);
  }

  /**
   * The start or end of an HTML element.
   *
   * @return false if this is not one that Javadoc uses, so that it is text
   */
  boolean element(String name, boolean start, String attributes) {
    switch (name.toLowerCase(Locale.ROOT)) {
      case "p", "div", "blockquote", "dl", "dt", "dd", "caption" -> block();
      case "table" -> table(start);
      case "tr" -> row(start);
      case "td", "th" -> cell(start);
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(start);
      case "ul", "ol" -> list(name, start);
      case "li" -> item(start);
      case "br" -> flow("\n");
      case "b", "strong" -> verbatim("**");
      case "i", "em", "cite", "var", "dfn" -> verbatim("*");
      case "code", "tt", "kbd", "samp" -> codeElement(start);
      case "pre" -> preformatted(start);
      case "a" -> link(start, attributes);
      case "hr", "img", "span", "sub", "sup", "u", "small", "big", "tbody", "thead", "tfoot" -> {}
      default -> {
        return false;
      }
    }
    return true;
  }

  private void codeElement(boolean start) {
    if (!inPreformatted && inCode != start) {
      inCode = start;
      out.append('`');
    }
  }

  private void preformatted(boolean start) {
    if (!start && inPreformatted) {
      inPreformatted = false;
      codeBlock("", preformatted.toString());
      preformatted.setLength(0);
    }
    inPreformatted = start;
  }

  private void link(boolean start, String attributes) {
    if (start) {
      Matcher href = HREF.matcher(attributes);
      links.push(href.find() ? href.group(1) : "");
      out.append(links.element().isEmpty() ? "" : "[");
    } else if (!links.isEmpty()) {
      String target = links.pop();
      out.append(target.isEmpty() ? "" : "](" + target + ")");
    }
  }

  private void table(boolean start) {
    paragraph();
    if (start) {
      tables.push(new MarkdownTable());
    } else if (!tables.isEmpty()) {
      endCell();
      out.append(tables.pop());
      paragraph();
    }
  }

  private void row(boolean start) {
    endCell();
    if (start && !tables.isEmpty()) {
      tables.element().row();
    }
  }

  private void cell(boolean start) {
    endCell();
    if (tables.isEmpty()) {
      flow(" ");
    } else if (start) {
      cells.push(out.length());
    }
  }

  /** What was written since the cell began moves into the table; each table has one at most. */
  private void endCell() {
    if (cells.size() == tables.size() && !cells.isEmpty()) {
      int start = Math.min(cells.pop(), out.length());
      tables.element().cell(out.substring(start));
      out.setLength(start);
    }
  }

  private void block() {
    if (cells.isEmpty()) {
      paragraph();
    } else {
      flow(" ");
    }
  }

  private void heading(boolean start) {
    paragraph();
    out.append(start ? "### " : "");
  }

  private void list(String name, boolean start) {
    if (lists.isEmpty()) {
      paragraph();
      listBegins = start;
    }
    if (start) {
      lists.push(name);
    } else if (!lists.isEmpty()) {
      lists.pop();
    }
    if (lists.isEmpty()) {
      paragraph();
    }
  }

  private void item(boolean start) {
    if (start && !lists.isEmpty()) {
      if (!listBegins) {
        trim();
        out.append('\n');
      }
      listBegins = false;
      out.append("  ".repeat(lists.size() - 1));
      out.append(lists.element().equalsIgnoreCase("ol") ? "1. " : "- ");
    }
  }

  /** Begins a paragraph, unless one or an item has just begun. */
  private void paragraph() {
    if (!out.isEmpty() && !atItemStart()) {
      trim();
      out.append("\n\n");
    }
  }

  /** Text outside of code: lines without indentation, and at most one blank line. */
  private void flow(String text) {
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        newLine();
      }
      line(lines[i]);
    }
  }

  private void line(String line) {
    boolean lineStart = out.isEmpty() || out.charAt(out.length() - 1) == '\n';
    String text = lineStart || atItemStart() ? line.stripLeading() : line;
    if (text.isEmpty()) {
      return;
    }
    if (lineStart && !out.isEmpty()) {
      out.append("  ".repeat(lists.size()));
    }
    if (out.length() > 0
        && out.charAt(out.length() - 1) == '<'
        && LETTER.matcher(text).lookingAt()) {
      out.insert(out.length() - 1, '\\');
    }
    out.append(OPENING_ANGLE.matcher(text).replaceAll("\\\\<"));
  }

  private void newLine() {
    if (!out.isEmpty() && !atItemStart()) {
      while (out.charAt(out.length() - 1) == ' ') {
        out.setLength(out.length() - 1);
      }
      out.append(out.toString().endsWith("\n\n") ? "" : "\n");
    }
  }

  private boolean atItemStart() {
    return ITEM_START.matcher(out).find();
  }

  private void trim() {
    out.setLength(out.toString().stripTrailing().length());
  }

  /** The Markdown, with the end of what was not closed. */
  @Override
  public String toString() {
    codeElement(false);
    preformatted(false);
    while (!tables.isEmpty()) {
      table(false);
    }
    return out.toString();
  }
}
