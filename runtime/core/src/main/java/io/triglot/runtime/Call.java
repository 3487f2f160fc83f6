package io.triglot.runtime;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A call that has been authorized. The code that binds its arguments receives it and goes on with
 * {@link #proceed}.
 */
public final class Call {
  private final CallContext context;
  private final ArgumentValidator validator;

  Call(CallContext context, ArgumentValidator validator) {
    this.context = context;
    this.validator = validator;
  }

  /** The context, for methods that take it as a parameter. */
  public CallContext context() {
    return context;
  }

  /**
   * Walks the rest of the chain: validates the arguments, then runs the user's method.
   *
   * @param method calls the user's method with the arguments
   * @param arguments the same arguments, in the order of {@link OperationDescriptor#parameters()}
   * @return what the method returned
   * @throws CallException when an argument is not valid
   * @throws Exception what the method throws
   */
  public <T extends @Nullable Object> T proceed(Callable<T> method, @Nullable Object... arguments)
      throws Exception {
    List<FieldViolation> violations = validator.validate(context.operation(), arguments);
    if (!violations.isEmpty()) {
      throw Failure.invalid(violations).asException();
    }
    return method.call();
  }
}
