package io.triglot.runtime.adoption;

import io.triglot.runtime.CallContext;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.TimeoutHandler;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An {@code AsyncResponse} of a call that does not come by REST. Thread-safe. */
final class SuspendedCall implements AsyncResponse {
  private final CompletableFuture<ResourceResponse> answer = new CompletableFuture<>();
  private volatile boolean cancelled;
  private volatile long timeout;
  private volatile @Nullable TimeoutHandler handler;

  SuspendedCall(CallContext call) {
    call.cancelled().thenAccept(any -> cancelled = true);
  }

  CompletionStage<ResourceResponse> answer() {
    return answer;
  }

  @Override
  public boolean resume(Object response) {
    return response instanceof Throwable failure
        ? resume(failure)
        : answer.complete(ResourceResponse.of(response));
  }

  @Override
  public boolean resume(Throwable failure) {
    return answer.completeExceptionally(failure);
  }

  @Override
  public boolean cancel() {
    return cancel("");
  }

  @Override
  public boolean cancel(int retryAfter) {
    return cancel(Integer.toString(retryAfter));
  }

  @Override
  public boolean cancel(Date retryAfter) {
    return cancel("");
  }

  private boolean cancel(String retryAfter) {
    boolean first = answer.complete(unavailable(retryAfter));
    cancelled |= first;
    return cancelled;
  }

  private static ResourceResponse unavailable(String retryAfter) {
    return new ResourceResponse(
        503,
        "Service Unavailable",
        null,
        retryAfter.isEmpty() ? Map.of() : Map.of("Retry-After", retryAfter));
  }

  @Override
  public boolean isSuspended() {
    return !answer.isDone();
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  @Override
  public boolean isDone() {
    return answer.isDone();
  }

  @Override
  public boolean setTimeout(long time, TimeUnit unit) {
    if (answer.isDone()) {
      return false;
    }
    long set = unit.toMillis(time);
    timeout = set;
    if (set > 0) {
      CompletableFuture.delayedExecutor(set, TimeUnit.MILLISECONDS).execute(() -> expire(set));
    }
    return true;
  }

  /** A time-out that another one has replaced does nothing. */
  private void expire(long set) {
    if (set != timeout || answer.isDone()) {
      return;
    }
    TimeoutHandler known = handler;
    if (known != null) {
      known.handleTimeout(this);
    } else {
      answer.completeExceptionally(
          Failure.of(StatusCode.UNAVAILABLE, "Service Unavailable").asException());
    }
  }

  @Override
  public void setTimeoutHandler(TimeoutHandler handler) {
    this.handler = handler;
  }

  @Override
  public Collection<Class<?>> register(Class<?> callback) {
    return List.of();
  }

  @Override
  public Map<Class<?>, Collection<Class<?>>> register(Class<?> callback, Class<?>... callbacks) {
    return Map.of();
  }

  @Override
  public Collection<Class<?>> register(Object callback) {
    return List.of();
  }

  @Override
  public Map<Class<?>, Collection<Class<?>>> register(Object callback, Object... callbacks) {
    return Map.of();
  }
}
