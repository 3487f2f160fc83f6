package io.triglot.runtime;

import io.triglot.runtime.CallInterceptor.Invocation;
import io.triglot.runtime.CallObserver.Observation;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * What an application has decided about all of its calls.
 *
 * @param observers in the order in which they see a call begin
 * @param authenticator finds out who calls
 * @param validation judges arguments and results
 * @param interceptors from the outermost to the innermost
 * @param knowsCallers whether the application has said how callers are known; if not, nobody may
 *     call what was adopted from JAX-RS, since what guards it there may not stand here
 */
record CallPolicy(
    List<CallObserver> observers,
    Authenticator authenticator,
    Validation validation,
    List<CallInterceptor> interceptors,
    boolean knowsCallers) {
  /** Everybody may say anything to what is open, and nobody watches. */
  static final CallPolicy NONE =
      new CallPolicy(List.of(), Authenticator.anonymous(), Validation.NONE, List.of(), false);

  CallPolicy {
    observers = List.copyOf(observers);
    interceptors = List.copyOf(interceptors);
  }

  /**
   * Lets a call pass that its operation's access admits.
   *
   * @param observed is told who calls
   * @throws CallException when it does not
   */
  Call admit(OperationDescriptor operation, CallRequest request, Observation observed) {
    Optional<Deadline> deadline = Deadline.of(operation, request);
    Optional<Caller> caller =
        request instanceof SharedRequest shared
            ? shared.caller()
            : authenticator.authenticate(request);
    caller.ifPresent(observed::identified);
    if (operation.adopted() && !knowsCallers) {
      Clearance.ANONYMOUS.require(Access.authenticated());
    }
    Clearance.of(caller).require(operation.access());
    Cancellation cancellation = new Cancellation(request, deadline);
    return new Call(
        this,
        new AdmittedContext(
            operation,
            request,
            caller,
            deadline,
            observed,
            cancellation,
            validation.of(operation)));
  }

  /**
   * A method inside the interceptors.
   *
   * @param arguments the method's, which nobody changes any more
   * @param stream what the caller streams to it, if it does
   * @param asynchronous whether it returns a stage
   */
  <T extends @Nullable Object> Callable<T> intercepted(
      CallContext context,
      Callable<T> method,
      @Nullable Object[] arguments,
      Flow.@Nullable Publisher<?> stream,
      boolean asynchronous) {
    return interceptors.isEmpty()
        ? method
        : intercepted(
            interceptors,
            context,
            method,
            Collections.unmodifiableList(Arrays.asList(arguments)),
            Optional.ofNullable(stream),
            asynchronous);
  }

  /** A method inside of these interceptors. */
  static <T extends @Nullable Object> Callable<T> intercepted(
      List<CallInterceptor> interceptors,
      CallContext context,
      Callable<T> method,
      List<@Nullable Object> arguments,
      Optional<Flow.Publisher<?>> stream,
      boolean asynchronous) {
    Callable<T> next = method;
    for (int i = interceptors.size() - 1; i >= 0; i--) {
      Rest rest = new Rest(next, arguments, stream, asynchronous);
      next = intercepted(interceptors.get(i), context, rest);
    }
    return next;
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // interceptors promise a result of the method's type
  private static <T extends @Nullable Object> Callable<T> intercepted(
      CallInterceptor interceptor, CallContext context, Invocation next) {
    return () -> (T) interceptor.intercept(context, next);
  }

  private record Rest(
      Callable<? extends @Nullable Object> next,
      List<@Nullable Object> arguments,
      Optional<Flow.Publisher<?>> stream,
      boolean asynchronous)
      implements Invocation {
    @Override
    public @Nullable Object call() throws Exception {
      return next.call();
    }
  }
}
