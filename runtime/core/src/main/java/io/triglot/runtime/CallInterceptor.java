package io.triglot.runtime;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Stands around the methods of services: it runs once a call has been admitted and its arguments
 * have been validated, on the thread on which the method will run.
 *
 * <p>Implementations are thread-safe, and block only if the operation may.
 */
@FunctionalInterface
public interface CallInterceptor {
  /**
   * Goes on with the call, or ends it here by throwing or by giving a result of its own.
   *
   * @param next the interceptors that follow, and in the end the method; to be called at most once
   * @return what the method returned (a value, a stage or a publisher), or something of its type
   * @throws Exception what the method throws, or what is to be reported instead
   */
  @Nullable Object intercept(CallContext context, Invocation next) throws Exception;

  /** The rest of a call, which an interceptor goes on with. */
  interface Invocation extends Callable<@Nullable Object> {
    /** The arguments, in the order of {@link OperationDescriptor#parameters()}. */
    List<@Nullable Object> arguments();

    /** What the caller streams to the method, which has one subscriber; empty where it does not. */
    Optional<Flow.Publisher<?>> stream();

    /** Whether the method returns a {@link CompletionStage} of its value. */
    boolean asynchronous();
  }
}
