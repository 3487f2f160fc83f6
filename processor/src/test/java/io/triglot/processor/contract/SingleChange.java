package io.triglot.processor.contract;

import io.triglot.processor.model.Protocol;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One change of the sources in {@code changes/before.txt}.
 *
 * @param edits what is done, one after the other
 * @param deviations why we differ from the tool of a protocol
 */
record SingleChange(String name, List<Edit> edits, Map<Protocol, String> deviations) {
  /** The replacement of a text that occurs once in a file. */
  record Edit(String file, String from, String to) {}

  SingleChange {
    edits = List.copyOf(edits);
    deviations = Map.copyOf(deviations);
  }

  /** A change by edits, each of a file, a text and what it becomes. */
  static SingleChange of(String name, String... edits) {
    List<Edit> all =
        Arrays.stream(edits)
            .map(edit -> edit.split(" ~ ", -1))
            .map(parts -> new Edit(parts[0], parts[1], parts[2]))
            .toList();
    return new SingleChange(name, all, Map.of());
  }

  /** The same change, which we judge in another way than the tool of a protocol. */
  SingleChange differing(Protocol protocol, String reason) {
    Map<Protocol, String> more = new TreeMap<>(deviations);
    more.put(protocol, reason);
    return new SingleChange(name, edits, more);
  }

  /** The sources after the change, by path. */
  TreeMap<String, String> applied(Map<String, String> before) {
    TreeMap<String, String> after = new TreeMap<>(before);
    for (Edit edit : edits) {
      String path = "com/acme/shop/" + edit.file() + ".java";
      String text = after.get(path);
      if (text == null
          || text.indexOf(edit.from()) != text.lastIndexOf(edit.from())
          || !text.contains(edit.from())) {
        throw new IllegalArgumentException(name + ": not once in " + path + ": " + edit.from());
      }
      after.put(path, text.replace(edit.from(), edit.to()));
    }
    return after;
  }
}
