package io.triglot.conformance;

import io.triglot.runtime.CallContext;
import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A method that gives no result as long as somebody waits for it: it blocks, or its stage or stream
 * stays open.
 */
record Hanging(Class<?> result) implements Faults.Fault {
  Hanging(Method method) {
    this(method.getReturnType());
  }

  /** Whether such a method can be played. */
  boolean isPossible(boolean blocking) {
    return blocking || isStage() || isPublisher();
  }

  @Override
  public @Nullable Object happen(CallContext context)
      throws InterruptedException, ExecutionException {
    if (isStage()) {
      return new CompletableFuture<>();
    }
    if (isPublisher()) {
      return (Flow.Publisher<Object>) subscriber -> subscriber.onSubscribe(new Silence());
    }
    context.cancelled().toCompletableFuture().get();
    return null;
  }

  private boolean isStage() {
    return result.isAssignableFrom(CompletableFuture.class)
        && CompletionStage.class.isAssignableFrom(result);
  }

  private boolean isPublisher() {
    return result == Flow.Publisher.class;
  }

  /** A stream without an item. */
  private static final class Silence implements Flow.Subscription {
    @Override
    public void request(long n) {}

    @Override
    public void cancel() {}
  }
}
