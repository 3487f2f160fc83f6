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

  /**
   * What judges the arguments of a field of GraphQL that a method of the user's type answers. Asked
   * once for each such field whose parameters have constraints, when the schema is built.
   *
   * @param field its method, the class that has it in place of an instance, and its arguments
   */
  default FieldValidator bindField(BoundOperation field) {
    return FieldValidator.NONE;
  }

  /** Accepts everything, whatever constraints there are. */
  static CallValidator none() {
    return Validation.ACCEPTING;
  }
}
