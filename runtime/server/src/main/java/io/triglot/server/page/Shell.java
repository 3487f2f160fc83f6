package io.triglot.server.page;

import java.util.regex.Pattern;

/** Words of a command line (POSIX.1-2017, Shell Command Language, section 2.2). */
final class Shell {
  private static final Pattern PLAIN = Pattern.compile("[\\w./:=@%+,\\-\uE000\uE001]+");

  private Shell() {}

  /** A text as one word. */
  static String word(String text) {
    return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
