package io.triglot.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges the arguments of a call after they are bound and before the method runs.
 *
 * <p>Implementations are thread-safe.
 */
@FunctionalInterface
public interface ArgumentValidator {
  /**
   * What is wrong with the arguments; empty where nothing is.
   *
   * @param operation the operation, whose {@code parameters} name the arguments
   * @param arguments the bound arguments, in the order of these names
   */
  List<FieldViolation> validate(OperationDescriptor operation, @Nullable Object[] arguments);

  /** Accepts everything. */
  static ArgumentValidator none() {
    return (operation, arguments) -> List.of();
  }
}
