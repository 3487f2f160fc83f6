package io.triglot.processor.contract;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The list of a module's services in its class output. The compiler cannot list what earlier
 * compilations left there; this is how a compilation of one class finds the others. It is only a
 * hint: what it names counts if it still exists.
 */
public final class ModuleIndex {
  /** Where it is in the class output. */
  public static final String PATH = "META-INF/triglot/services.txt";

  private static final String HEADER =
      "# The services of this module. Written by Triglot for its next compilation; do not edit.\n";

  private ModuleIndex() {}

  /** The names in an index. */
  public static List<String> parse(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  /** An index of these names. */
  public static String format(Collection<String> services) {
    return HEADER + String.join("\n", new TreeSet<>(services)) + "\n";
  }
}
