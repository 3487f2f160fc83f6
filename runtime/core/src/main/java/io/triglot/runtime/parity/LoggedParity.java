package io.triglot.runtime.parity;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what is not the same, by the name of this class: differences as warnings, all else for
 * debugging. Where answers differ it says, and which errors; the values are not written down.
 */
public enum LoggedParity implements ParityObserver {
  /** The one instance. */
  INSTANCE;

  private static final Logger log = LoggerFactory.getLogger(LoggedParity.class);

  @Override
  public void compared(Comparison comparison) {
    if (comparison.verdict() == Verdict.DIFFERENT) {
      log.warn(
          "{} differs at {}: the answer was {}, the candidate's {}",
          comparison.operation(),
          comparison.differences(),
          shown(comparison.primary()),
          shown(comparison.candidate()));
    } else {
      log.debug("{}: {}", comparison.operation(), comparison.verdict());
    }
  }

  private static String shown(Outcome outcome) {
    return outcome.failed().map(failure -> failure.code() + " " + failure.reason()).orElse("OK");
  }
}
