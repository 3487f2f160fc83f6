package io.triglot.processor.contract;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Judges what changes of a field's federation directives do to the router of the graph, which was
 * composed with the field as it was, and may be composed anew with the other subgraphs as they are.
 */
final class SharingVerdicts {
  private static final String MARK = " @";

  private SharingVerdicts() {}

  /** The value of a fact without its directives. */
  static String plain(String value) {
    return value.split(MARK, 2)[0];
  }

  /** What goes wrong, as the end of a sentence; empty for what is safe. */
  static Optional<String> problem(String before, String after) {
    Set<String> lost = directives(before);
    lost.removeAll(directives(after));
    Set<String> gained = directives(after);
    gained.removeAll(directives(before));
    return Stream.concat(
            lost.stream().flatMap(SharingVerdicts::lost),
            gained.stream().flatMap(SharingVerdicts::gained))
        .findFirst();
  }

  /** What goes wrong without a directive. */
  static Stream<String> lost(String directive) {
    if (directive.startsWith("provides ")) {
      return Stream.of("routers ask for it here until they are composed anew");
    }
    return switch (directive) {
      case "shareable" -> Stream.of("other subgraphs that have it can no longer be composed");
      case "external" -> Stream.of("the subgraph that answers it may not share it");
      default -> Stream.empty();
    };
  }

  private static Stream<String> gained(String directive) {
    if (directive.startsWith("requires ")) {
      return Stream.of("routers do not send it until they are composed anew");
    }
    return directive.equals("external")
        ? Stream.of("it is no longer answered here")
        : Stream.empty();
  }

  private static Set<String> directives(String value) {
    Set<String> directives = new LinkedHashSet<>();
    Stream.of(value.split(MARK)).skip(1).forEach(directives::add);
    return directives;
  }
}
