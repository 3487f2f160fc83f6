package io.triglot.processor.backend.rest;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.Origin;
import io.triglot.processor.spi.Options;
import java.util.stream.Stream;

/**
 * {@code -Atriglot.rest.unknownQuery=refused}: a request with a query parameter that the operation
 * has not is refused, because it is mostly a misspelled one.
 */
final class UnknownQuery {
  /**
   * {@code refused}: a request with a query parameter that the operation has not is refused,
   * because it is mostly a misspelled one. It is left alone if not given.
   */
  static final String OPTION = "rest.unknownQuery";

  private static final Rule VALUE = Rule.error("TriglotUnknownOption");

  private UnknownQuery() {}

  /** Whether such requests are refused. */
  static boolean isRefused(Options options) {
    return options.get(OPTION).filter("refused"::equals).isPresent();
  }

  /** What is wrong with the value of the option. */
  static Stream<Diagnostic> check(Options options) {
    return options.get(OPTION).stream()
        .filter(value -> !value.matches("refused|ignored"))
        .map(
            value ->
                VALUE.at(
                    new Origin("triglot." + OPTION, "triglot." + OPTION),
                    "There is no value " + value + " of the option triglot." + OPTION + ".",
                    "Write refused or ignored."));
  }
}
