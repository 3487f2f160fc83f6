package io.triglot.processor;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.diagnostic.Suggestion;
import io.triglot.processor.model.Origin;
import io.triglot.processor.spi.Options;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The options as the compiler hands them over.
 *
 * @param given by their full names
 */
record ProcessorOptions(Map<String, String> given) implements Options {
  static final Rule UNKNOWN_OPTION = Rule.error("TriglotUnknownOption");
  static final String PREFIX = "triglot.";

  /** Takes a copy; an option without a value has the empty one. */
  ProcessorOptions {
    given =
        given.entrySet().stream()
            .filter(option -> option.getKey().startsWith(PREFIX))
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    option -> Optional.ofNullable(option.getValue()).orElse("")));
  }

  /** The options of ours that nobody reads: misspelt ones, most likely. */
  List<Diagnostic> unknown(Set<String> known) {
    return given.keySet().stream()
        .filter(option -> !known.contains(option))
        .map(
            option ->
                UNKNOWN_OPTION.at(
                    new Origin(option, option),
                    "There is no option " + option + ".",
                    Suggestion.among(known, option)
                        .map(meant -> "Did you mean " + meant + "?")
                        .orElse("Remove it.")))
        .toList();
  }

  @Override
  public Optional<String> get(String name) {
    return Optional.ofNullable(given.get(PREFIX + name));
  }
}
