package io.triglot.consumer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the tutorial has its readers do. Its Markdown says so in these ways:
 *
 * <ul>
 *   <li>A fence below a line that is nothing but a name, <code>**`pom.xml`**</code>, is that file.
 *   <li>A fence {@code diff} below such a line is a change of that file: lines that it has, with
 *       those to take away and to add; {@code @@} lies between places.
 *   <li>A fence {@code console} has commands after {@code $}, each with what it prints. There,
 *       <code>…</code> is anything in a line, and any lines where it is one.
 *   <li>{@code console fails}: the commands end with an error.
 *   <li>{@code console running}: the last command goes on while the next ones are typed, until it
 *       is typed again.
 *   <li>{@code console more}: what that command has printed since then.
 * </ul>
 */
final class Tutorial {
  private static final Pattern STEP =
      Pattern.compile("(?ms)(?:^\\*\\*`(\\S+)`\\*\\*\\n\\n)?^```(\\w+)( \\w+)?\\n(.*?)^```$");

  private static final Pattern CALL =
      Pattern.compile("\\$ ((?:[^\\n]*\\\\\\n)*[^\\n]*)\\n((?:(?!\\$ )[^\\n]*\\n)*)");

  private Tutorial() {}

  /** Something to do. */
  sealed interface Step {}

  /** A file to write. */
  record Whole(String path, String text) implements Step {}

  /** A file to change. */
  record Change(String path, String diff) implements Step {}

  /** Commands to type; {@code start} is where the first of them, or what is printed, begins. */
  record Console(String mode, List<Call> calls, int start, int end) implements Step {}

  /** A command and what it prints, which is all there is where the command is empty. */
  record Call(String command, String output) {}

  /** All steps, in their order. */
  static List<Step> steps(String markdown) {
    List<Step> steps = new ArrayList<>();
    Matcher step = STEP.matcher(markdown);
    while (step.find()) {
      String path = step.group(1);
      String text = step.group(4);
      if (step.group(2).equals("console")) {
        String mode = step.group(3) == null ? "" : step.group(3).strip();
        steps.add(new Console(mode, calls(mode, text), step.start(4), step.end(4)));
      } else if (path != null) {
        steps.add(step.group(2).equals("diff") ? new Change(path, text) : new Whole(path, text));
      }
    }
    return steps;
  }

  /** Changes a file: each place of the difference has to occur in it just once. */
  static void apply(Change change, Path file) throws IOException {
    String text = Files.readString(file);
    for (String place : change.diff().split("(?m)^@@\\n")) {
      String before = lines(place, '+');
      int at = text.indexOf(before);
      if (at < 0 || text.indexOf(before, at + 1) >= 0) {
        throw new AssertionError(change.path() + " has not just one place with\n" + before);
      }
      text = text.substring(0, at) + lines(place, '-') + text.substring(at + before.length());
    }
    Files.writeString(file, text);
  }

  private static List<Call> calls(String mode, String text) {
    if (mode.equals("more")) {
      return List.of(new Call("", text));
    }
    return CALL.matcher(text)
        .results()
        .map(call -> new Call(call.group(1), call.group(2)))
        .toList();
  }

  private static String lines(String diff, char without) {
    StringBuilder lines = new StringBuilder();
    for (String line : diff.split("\n")) {
      if (line.isEmpty()) {
        lines.append('\n');
      } else if (line.charAt(0) != without) {
        lines.append(line.substring(1)).append('\n');
      }
    }
    return lines.toString();
  }
}
