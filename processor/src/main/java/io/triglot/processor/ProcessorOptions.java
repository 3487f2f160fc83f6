package io.triglot.processor;

import io.triglot.processor.spi.Options;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The options as the compiler hands them over.
 *
 * @param given by their full names
 */
record ProcessorOptions(Map<String, String> given) implements Options {
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

  @Override
  public Optional<String> get(String name) {
    return Optional.ofNullable(given.get(PREFIX + name));
  }
}
