package io.triglot.runtime;

/**
 * Judges the arguments of calls before the methods run, and what the methods return.
 *
 * <p>Implementations are thread-safe.
 */
@FunctionalInterface
public interface CallValidator {
  /**
   * What judges the calls of one operation. Asked once for each operation and batched field, when
   * the API is built, so that nothing needs to be looked up in a call.
   *
   * @return {@link OperationValidator#NONE} where there is nothing to judge
   */
  OperationValidator bind(BoundOperation operation);

  /** Accepts everything, whatever constraints there are. */
  static CallValidator none() {
    return Validation.ACCEPTING;
  }
}
