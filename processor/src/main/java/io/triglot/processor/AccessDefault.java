package io.triglot.processor;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.Access;
import io.triglot.processor.model.Access.Level;
import io.triglot.processor.spi.Options;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The option {@code triglot.access}: who may call the operations of which neither the method nor
 * its class says so.
 */
final class AccessDefault {
  /**
   * Who may call the operations of which neither the method nor its class says so: {@code open},
   * {@code authenticated} or {@code denied}. {@code open} if not given.
   */
  static final String OPTION = "access";

  static final Rule RULE = Rule.error("TriglotAccessOption");

  private static final Access DENIED = new Access(Level.DENIED, List.of());
  private static final OptionValues<Access> VALUES =
      new OptionValues<>(
          OPTION,
          RULE,
          "Say open, authenticated or denied.",
          Map.of(
              "open",
              Access.OPEN,
              "authenticated",
              new Access(Level.AUTHENTICATED, List.of()),
              "denied",
              DENIED));

  private AccessDefault() {}

  /** What the option says, nobody if it is not understood; empty where it is not given. */
  static Optional<Access> of(Options options) {
    return VALUES.of(options, DENIED);
  }

  /** What is wrong with the option. */
  static List<Diagnostic> check(Options options) {
    return VALUES.check(options);
  }
}
