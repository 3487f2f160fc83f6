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
 * Tells callers what another server told a generated client. Without it an undeclared failure of
 * the other server is a bug of this one: INTERNAL. That stays so for what the other server calls
 * INTERNAL, UNKNOWN or DATA_LOSS.
 *
 * <pre>{@code
 * Api.builder().service(OrderApiGrpcClient.of(channel)).interceptor(ForwardedFailures.INSTANCE)
 * }</pre>
 */
public enum ForwardedFailures implements CallInterceptor {
  /** Everything that the other server tells: for a service that is nothing but a client of it. */
  INSTANCE,
  /**
   * That another server is not there, or has not answered in time: UNAVAILABLE and
   * DEADLINE_EXCEEDED, in our own words, because the texts of clients name addresses. For a service
   * that is made of several, whose refusals are its own matter.
   */
  OUTAGES;

  private static final String UNAVAILABLE = "A service that is needed for this is not available";
  private static final String LATE = "A service that is needed for this has not answered in time";

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

  private <T> Flow.Publisher<T> forwarding(Flow.Publisher<T> publisher) {
    return new MappedPublisher<>(publisher, element -> element, this::forwarded);
  }

  private Throwable forwarded(Throwable thrown) {
    Throwable failure =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    Failure told =
        failure instanceof StatusRuntimeException status
            ? RemoteErrors.told(status)
            : failure instanceof RemoteCallException remote ? remote.failure() : null;
    if (told == null || !isTold(told.code())) {
      return failure;
    }
    return new CallException(this == OUTAGES ? outage(told.code()) : told, failure);
  }

  private static Failure outage(StatusCode code) {
    return Failure.of(code, code == StatusCode.UNAVAILABLE ? UNAVAILABLE : LATE);
  }

  private boolean isTold(StatusCode code) {
    return this == OUTAGES
        ? code == StatusCode.UNAVAILABLE || code == StatusCode.DEADLINE_EXCEEDED
        : isTheirs(code);
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
