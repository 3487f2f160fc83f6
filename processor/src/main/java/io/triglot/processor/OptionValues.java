package io.triglot.processor;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.Origin;
import io.triglot.processor.spi.Options;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An option that has one of a few values.
 *
 * @param option its name, without {@code triglot.}
 * @param rule what another value breaks
 * @param remedy which values there are
 * @param values by the words for them
 */
record OptionValues<T>(String option, Rule rule, String remedy, Map<String, T> values) {
  /** What the option says, the second if that is not understood; empty where it is not given. */
  Optional<T> of(Options options, T misunderstood) {
    return options.get(option).map(value -> values.getOrDefault(value, misunderstood));
  }

  /** What is wrong with the option. */
  List<Diagnostic> check(Options options) {
    String name = ProcessorOptions.PREFIX + option;
    return options
        .get(option)
        .filter(value -> !values.containsKey(value))
        .map(
            value ->
                rule.at(
                    new Origin(name, name),
                    "The option " + name + " is \"" + value + "\".",
                    remedy))
        .stream()
        .toList();
  }
}
