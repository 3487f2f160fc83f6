package io.triglot.processor.backend.rest;

import java.util.List;

/** Lays out the arguments of a call: on one line, on a line of their own, or each on its own. */
final class CallLayout {
  private static final int WIDTH = 100;
  private static final int CONTINUATION = 4;

  private CallLayout() {}

  /**
   * The call as part of a statement, which indents its further lines itself.
   *
   * @param start what the line has before the arguments
   * @param arguments the arguments, in source form
   * @param depth how far the statement is indented
   */
  static String of(String start, List<String> arguments, int depth) {
    String line = String.join(", ", arguments);
    int closing = ");".length();
    if (arguments.size() < 2 || depth + start.length() + 1 + line.length() + closing <= WIDTH) {
      return start + "(" + line + ")";
    }
    return depth + CONTINUATION + line.length() + closing <= WIDTH
        ? start + "(\n" + line + ")"
        : start + "(\n" + String.join(",\n", arguments) + ")";
  }
}
