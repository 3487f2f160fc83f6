package io.triglot.runtime.validation;

import io.triglot.runtime.BoundOperation;
import io.triglot.runtime.CallContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a user's method: which of them are arguments of the operation, and which are
 * the context and what the caller streams.
 */
final class MethodParameters {
  private static final int CONTEXT = -1;
  private static final int STREAM = -2;

  /** For each parameter the index of its argument, or one of the constants. */
  private final List<Integer> sources;

  private final Later stream;

  private MethodParameters(List<Integer> sources, Later stream) {
    this.sources = List.copyOf(sources);
    this.stream = stream;
  }

  /** Those of an operation's method. */
  static MethodParameters of(BoundOperation operation) {
    List<Integer> sources = new ArrayList<>();
    int arguments = 0;
    Later stream = Later.FLOW;
    for (Class<?> type : operation.method().getParameterTypes()) {
      if (isStream(type)) {
        stream = Later.of(type);
      }
      sources.add(type == CallContext.class ? CONTEXT : isStream(type) ? STREAM : arguments++);
    }
    int expected = operation.descriptor().parameters().size();
    if (arguments != expected) {
      throw new IllegalStateException(
          operation.method() + " does not take the " + expected + " arguments of its operation");
    }
    return new MethodParameters(sources, stream);
  }

  private static boolean isStream(Class<?> type) {
    return Later.of(type).isStream();
  }

  /** The values of all parameters; null for what the caller streams. */
  @Nullable Object[] values(CallContext call, @Nullable Object[] arguments) {
    @Nullable Object[] values = new @Nullable Object[sources.size()];
    for (int i = 0; i < values.length; i++) {
      int source = sources.get(i);
      values[i] = source == CONTEXT ? call : source == STREAM ? null : arguments[source];
    }
    return values;
  }

  /** The values of all parameters, of which only the element of the streamed one is known. */
  @Nullable Object[] streamed(Object element) {
    return streaming(element);
  }

  /** The same as a validator wants them. */
  @Nullable Object[] holding(Object element) {
    return streaming(stream.holding(element));
  }

  private @Nullable Object[] streaming(Object value) {
    @Nullable Object[] values = new @Nullable Object[sources.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = sources.get(i) == STREAM ? value : null;
    }
    return values;
  }

  /** Whether the caller streams the values of a parameter. */
  boolean isStream(int parameter) {
    return sources.get(parameter) == STREAM;
  }

  /** The index of an argument among the operation's; negative for what is none. */
  int argument(int parameter) {
    return sources.get(parameter);
  }

  /** Whether it is about what the caller streams. */
  boolean isStream(ConstraintViolation<?> violation) {
    return isOf(violation, this::isStream);
  }

  /** Whether it is about the first argument. */
  boolean isOfFirst(ConstraintViolation<?> violation) {
    return isOf(violation, parameter -> argument(parameter) == 0);
  }

  private static boolean isOf(ConstraintViolation<?> violation, IntPredicate parameter) {
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.PARAMETER) {
        return parameter.test(node.as(Path.ParameterNode.class).getParameterIndex());
      }
    }
    return false;
  }
}
