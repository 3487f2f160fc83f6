package io.triglot.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges the arguments of a field that a method of the user's type answers.
 *
 * <p>Implementations are thread-safe.
 */
@FunctionalInterface
public interface FieldValidator {
  /** Accepts everything. */
  FieldValidator NONE = (source, arguments) -> List.of();

  /**
   * What is wrong with the arguments; empty where nothing is.
   *
   * @param source the object whose method is to be called
   * @param arguments those of all parameters of the method
   */
  List<FieldViolation> arguments(Object source, @Nullable Object[] arguments);
}
