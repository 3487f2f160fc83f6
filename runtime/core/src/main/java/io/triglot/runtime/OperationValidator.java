package io.triglot.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges the calls of one operation.
 *
 * <p>Implementations are thread-safe.
 */
@FunctionalInterface
public interface OperationValidator {
  /** Accepts everything. */
  OperationValidator NONE = (call, arguments) -> List.of();

  /**
   * What is wrong with the arguments of a call; empty where nothing is.
   *
   * @param call the call, whose protocol decides what values are called
   * @param arguments the bound arguments, in the order of {@link OperationDescriptor#parameters()}
   */
  List<FieldViolation> arguments(CallContext call, @Nullable Object[] arguments);

  /**
   * What is wrong with a value that the caller streams; empty where nothing is.
   *
   * @param name what the value is called; empty where it has no name
   */
  default List<FieldViolation> streamed(CallContext call, String name, Object value) {
    return List.of();
  }

  /**
   * What is wrong with what a resource method of JAX-RS is given; empty where nothing is.
   *
   * @param resource the instance that is to be called
   * @param arguments of all parameters of the method, those too that the caller does not send
   */
  default List<FieldViolation> resource(Object resource, @Nullable Object[] arguments) {
    return List.of();
  }

  /**
   * What a resource method of JAX-RS has returned, judged as {@link #result} judges results.
   *
   * @param resource the instance that was called
   */
  default <T extends @Nullable Object> T resourceResult(Object resource, T result) {
    return result;
  }

  /**
   * What the method returned, which goes on to the caller: itself, or a stage or publisher that
   * judges what will come of it. What is wrong with it is a bug of the server, and so whatever is
   * thrown becomes INTERNAL.
   */
  default <T extends @Nullable Object> T result(T result) {
    return result;
  }
}
