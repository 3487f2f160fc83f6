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

  /** The calls with their results, as on a terminal. */
  static String console() {
    return blocks("console").get(0);
  }

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
    Path readme = Path.of(System.getProperty("triglot.root"), "README.md");
    try {
      return Files.readString(readme);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
