package io.triglot.runtime.grpc;

import io.grpc.StatusRuntimeException;
import io.triglot.runtime.CallContext;
import io.triglot.runtime.CallException;
import io.triglot.runtime.CallInterceptor;
import io.triglot.runtime.Failure;
import io.triglot.runtime.RemoteCallException;
import io.triglot.runtime.StatusCode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Tells callers what another server told a generated client, for a service that is nothing but such
 * a client. Without it an undeclared failure of the other server is a bug of this one: INTERNAL.
 * That stays so for what the other server calls INTERNAL, UNKNOWN or DATA_LOSS.
 *
 * <pre>{@code
 * Api.builder().service(OrderApiGrpcClient.of(channel)).interceptor(ForwardedFailures.INSTANCE)
 * }</pre>
 */
public enum ForwardedFailures implements CallInterceptor {
  /** The one instance. */
  INSTANCE;

  @Override
  public @Nullable Object intercept(CallContext context, Invocation next) throws Exception {
    Object result;
    try {
      result = next.call();
    } catch (StatusRuntimeException | RemoteCallException refused) {
      throw unchecked(forwarded(refused));
    }
    if (result instanceof CompletionStage<?> stage) {
      return stage.exceptionallyCompose(
          failure -> CompletableFuture.failedStage(forwarded(failure)));
    }
    return result instanceof Flow.Publisher<?> publisher ? forwarding(publisher) : result;
  }

  private static <T> Flow.Publisher<T> forwarding(Flow.Publisher<T> publisher) {
    return new MappedPublisher<>(publisher, element -> element, ForwardedFailures::forwarded);
  }

  private static Throwable forwarded(Throwable thrown) {
    Throwable failure =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    Failure told =
        failure instanceof StatusRuntimeException status
            ? RemoteErrors.told(status)
            : failure instanceof RemoteCallException remote ? remote.failure() : null;
    return told != null && isTheirs(told.code()) ? new CallException(told, failure) : failure;
  }

  private static boolean isTheirs(StatusCode code) {
    return switch (code) {
      case INTERNAL, UNKNOWN, DATA_LOSS -> false;
      default -> true;
    };
  }

  private static RuntimeException unchecked(Throwable failure) {
    return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
  }
}
