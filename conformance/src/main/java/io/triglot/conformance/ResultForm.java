package io.triglot.conformance;

import io.triglot.runtime.CallInterceptor;
import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** How a method answers, and with that, how it can be played while it works. */
enum ResultForm {
  /** With its value, for which it blocks. */
  VALUE,
  /** With a stage. */
  STAGE,
  /** With a stream. */
  PUBLISHER,
  /** With a class of another library, or with a value for which it must not block. */
  OTHER;

  static ResultForm of(Method method, boolean blocking) {
    Class<?> type = method.getReturnType();
    if (type == Flow.Publisher.class) {
      return PUBLISHER;
    }
    if (CompletionStage.class.isAssignableFrom(type)
        && type.isAssignableFrom(CompletableFuture.class)) {
      return STAGE;
    }
    return blocking ? VALUE : OTHER;
  }

  /** A method that gives no result as long as somebody waits for it. */
  CallInterceptor hanging() {
    return (context, next) ->
        this == VALUE
            ? context.cancelled().toCompletableFuture().get()
            : ending(new CompletableFuture<>());
  }

  /**
   * What a method returns that fails with what a stage fails with.
   *
   * @throws Exception what it fails with, where the method blocks
   */
  Object ending(CompletableFuture<?> stage) throws Exception {
    return switch (this) {
      case VALUE, OTHER -> Patience.result(stage);
      case STAGE -> stage;
      case PUBLISHER ->
          (Flow.Publisher<Object>)
              subscriber -> {
                subscriber.onSubscribe(new Silence());
                stage.whenComplete((value, failure) -> end(subscriber, failure));
              };
    };
  }

  private static void end(Flow.Subscriber<?> subscriber, Throwable failure) {
    if (failure == null) {
      subscriber.onComplete();
    } else {
      subscriber.onError(failure instanceof CompletionException e ? e.getCause() : failure);
    }
  }

  /** A stream without an item. */
  private static final class Silence implements Flow.Subscription {
    @Override
    public void request(long n) {}

    @Override
    public void cancel() {}
  }
}
