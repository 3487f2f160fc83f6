package io.triglot.runtime;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A call that has been authorized. The code that binds its arguments receives it and goes on with
 * {@link #proceed}.
 */
public final class Call {
  private final CallPolicy policy;
  private final AdmittedContext context;
  private final boolean asynchronous;
  private @Nullable ReceivedStream<?> stream;

  Call(CallPolicy policy, AdmittedContext context) {
    this(policy, context, false);
  }

  private Call(CallPolicy policy, AdmittedContext context, boolean asynchronous) {
    this.policy = policy;
    this.context = context;
    this.asynchronous = asynchronous;
  }

  /** The same call, of a method that returns a stage. */
  Call ofStage() {
    return new Call(policy, context, true);
  }

  Optional<Deadline> deadline() {
    return context.deadline();
  }

  /** The context, for methods that take it as a parameter. */
  public CallContext context() {
    return context;
  }

  /** What the caller is cleared for, for those who read its arguments and write its result. */
  public Clearance clearance() {
    return Clearance.of(context.caller());
  }

  Cancellation cancellation() {
    return context.cancellation();
  }

  /** Says what the caller streams; before the call goes on. */
  public void receives(ReceivedStream<?> stream) {
    this.stream = stream;
  }

  /**
   * Validates a value that the caller streams, before the method receives it.
   *
   * @param name what the value is called; empty where it has no name
   * @throws CallException when it is not valid
   */
  public void checkStreamed(String name, Object value) {
    OperationValidator validator = policy.validation().of(context.operation());
    List<FieldViolation> violations = validator.streamed(context, name, value);
    if (!violations.isEmpty()) {
      throw Failure.invalid(violations).asException();
    }
  }

  /**
   * Walks the rest of the chain: validates the arguments, sees to the deadline, then runs the
   * user's method inside the interceptors, and validates what it returns.
   *
   * @param method calls the user's method with the arguments
   * @param arguments the same arguments, in the order of {@link OperationDescriptor#parameters()}
   * @return what the method returned
   * @throws CallException when an argument is not valid, or the deadline passes; or why what the
   *     caller streams could not be received
   * @throws Exception what the method throws
   */
  public <T extends @Nullable Object> T proceed(Callable<T> method, @Nullable Object... arguments)
      throws Exception {
    OperationValidator validator = policy.validation().of(context.operation());
    List<FieldViolation> violations = validator.arguments(context, arguments);
    if (!violations.isEmpty()) {
      throw Failure.invalid(violations).asException();
    }
    ReceivedStream<?> received = stream;
    Callable<T> rest =
        policy.intercepted(
            context,
            () -> validator.result(cancellable(ServedCall.run(context, method))),
            arguments,
            received,
            asynchronous);
    return received == null ? run(rest) : explained(received, rest);
  }

  /** Runs what consumes a stream, which fails for the reason for which the stream does. */
  @SuppressWarnings("unchecked") // a stage of the same
  private <T extends @Nullable Object> T explained(ReceivedStream<?> received, Callable<T> rest)
      throws Exception {
    T result = received.explained(() -> run(rest));
    return asynchronous && result instanceof CompletionStage<?> stage
        ? (T) received.explained(stage)
        : result;
  }

  /** What the method handed back, which is cancelled with the call if it can be. */
  private <T extends @Nullable Object> T cancellable(T result) {
    context.cancellation().cancels(result);
    return result;
  }

  private <T extends @Nullable Object> T run(Callable<T> method) throws Exception {
    Optional<Deadline> deadline = context.deadline();
    if (deadline.isEmpty()) {
      return method.call();
    }
    if (deadline.get().hasPassed()) {
      throw Deadline.exceeded();
    }
    return context.operation().blocking() ? deadline.get().interrupting(method) : method.call();
  }
}
