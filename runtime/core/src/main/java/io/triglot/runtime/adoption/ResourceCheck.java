package io.triglot.runtime.adoption;

import org.jspecify.annotations.Nullable;

/** A call that checks what an adopted resource's method is given and returns. */
public interface ResourceCheck {
  /**
   * Validates the arguments.
   *
   * @param resource the instance that is to be called
   * @param arguments of all parameters of the method, in order
   * @throws io.triglot.runtime.CallException with INVALID_ARGUMENT when they are not valid
   */
  void check(Object resource, @Nullable Object[] arguments);

  /**
   * Judges what was returned.
   *
   * @param resource the instance that was called
   * @return the same, or a stage or publisher that judges what will come of it
   */
  <T extends @Nullable Object> T judged(Object resource, T returned);
}
