package io.triglot.conformance;

import io.triglot.runtime.Access;
import io.triglot.runtime.CallInterceptor;
import io.triglot.runtime.Failure;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.StatusCode;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is tested: an operation, or a batched field behind one.
 *
 * @param method the user's method
 * @param gates who passes: the accesses of the operations on the way, its own last
 * @param placing makes a fault happen here and not on the way
 */
record Target(
    OperationDescriptor operation,
    Method method,
    List<Access> gates,
    UnaryOperator<CallInterceptor> placing) {

  /** An operation that is called by itself. */
  static Target of(OperationDescriptor operation, Method method) {
    return new Target(operation, method, List.of(operation.access()), UnaryOperator.identity());
  }

  /**
   * A batched field.
   *
   * @param root the operation that leads to it
   * @param result what that gives instead of running its method
   */
  static Target behind(
      OperationDescriptor root, Object result, OperationDescriptor batch, Method method) {
    return new Target(
        batch,
        method,
        List.of(root.access(), batch.access()),
        fault ->
            (context, next) -> {
              String called = context.operation().id();
              if (called.equals(root.id())) {
                return result;
              }
              return called.equals(batch.id()) ? fault.intercept(context, next) : next.call();
            });
  }

  ResultForm form() {
    return ResultForm.of(method, operation.blocking());
  }

  boolean admits(Credentials caller) {
    return gates.stream().allMatch(caller::admittedBy);
  }

  /** What a caller is told that does not get there; empty where it does. */
  Optional<Failure> refusal(Credentials caller) {
    return gates.stream()
        .filter(gate -> !caller.admittedBy(gate))
        .findFirst()
        .map(
            gate ->
                caller.anonymous() && gate.level() != Access.Level.DENIED
                    ? Failure.of(StatusCode.UNAUTHENTICATED, "Authentication required")
                    : Failure.of(StatusCode.PERMISSION_DENIED, "Permission denied"));
  }
}
