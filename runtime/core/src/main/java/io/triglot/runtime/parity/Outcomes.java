package io.triglot.runtime.parity;

import io.grpc.StatusRuntimeException;
import io.triglot.runtime.DeclaredErrors;
import io.triglot.runtime.Failure;
import io.triglot.runtime.RemoteCallException;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.grpc.RemoteErrors;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** How calls end, whoever is called: a client of REST or gRPC, or the service itself. */
final class Outcomes {
  private Outcomes() {}

  /**
   * Makes a call, and waits for its stage if it has one.
   *
   * @throws InterruptedException when it is told not to wait any longer
   */
  static Outcome of(Callable<? extends @Nullable Object> call) throws InterruptedException {
    try {
      Object result = call.call();
      return new Outcome.Value(result instanceof CompletionStage<?> stage ? await(stage) : result);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception | LinkageError | AssertionError failure) {
      return failed(failure);
    }
  }

  private static @Nullable Object await(CompletionStage<?> stage) throws Exception {
    Future<?> future = stage.toCompletableFuture();
    try {
      return future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      throw e;
    }
  }

  /** A call that has failed. */
  static Outcome failed(Throwable thrown) {
    Throwable failure =
        (thrown instanceof CompletionException || thrown instanceof ExecutionException)
                && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    return new Outcome.Failed(failure, told(failure));
  }

  private static Failure told(Throwable thrown) {
    if (thrown instanceof RemoteCallException remote) {
      return remote.failure();
    }
    if (thrown instanceof StatusRuntimeException grpc) {
      return RemoteErrors.told(grpc);
    }
    return DeclaredErrors.failure(thrown).orElseGet(() -> unknown(thrown));
  }

  private static Failure unknown(Throwable thrown) {
    String message = String.valueOf(thrown.getMessage());
    return new Failure(
        StatusCode.UNKNOWN, thrown.getClass().getName(), message, List.of(), Map.of());
  }
}
