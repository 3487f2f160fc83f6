package io.triglot.runtime.parity;

/**
 * Is told of comparisons. Implementations are thread-safe; what they throw is logged.
 *
 * @see LoggedParity
 * @see io.triglot.runtime.telemetry.MicrometerParity
 */
@FunctionalInterface
public interface ParityObserver {
  /** A comparison has been made, or given up. Never called on the thread of a caller. */
  void compared(Comparison comparison);
}
