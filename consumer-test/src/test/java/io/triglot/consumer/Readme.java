package io.triglot.consumer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The code in the README, so that what it says is what is tested. */
final class Readme {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
  private static final Pattern CALL = Pattern.compile("(?s)((?:[^\\n]*\\\\\\n)*[^\\n]*)\\n(.*)");

  private Readme() {}

  /** The project file of a user. */
  static String pom() {
    return blocks("xml").get(0);
  }

  /** The service: the sample that the README begins with. */
  static String service() {
    return blocks("java").get(0);
  }

  /** The class that starts our server. */
  static String server() {
    return blocks("java").get(1);
  }

  /** The calls that it shows, with their results. */
  static List<Call> calls() {
    List<Call> calls = new ArrayList<>();
    for (String call : blocks("console").get(0).split("(?m)^\\$ ")) {
      Matcher matcher = CALL.matcher(call);
      if (matcher.matches()) {
        calls.add(new Call(matcher.group(1), matcher.group(2)));
      }
    }
    return calls;
  }

  /**
   * A call as on a terminal.
   *
   * @param command what a user types
   * @param result what is printed
   */
  record Call(String command, String result) {}

  private static List<String> blocks(String language) {
    Matcher matcher = BLOCK.matcher(text());
    List<String> blocks = new ArrayList<>();
    while (matcher.find()) {
      if (matcher.group(1).equals(language)) {
        blocks.add(matcher.group(2));
      }
    }
    return blocks;
  }

  private static String text() {
    Path readme = Path.of(System.getProperty("triglot.readme"));
    try {
      return Files.readString(readme);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
