package io.triglot.example.store;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does something with each value of a stream, and then asks for the next one. */
public final class InTurn<T> implements Flow.Subscriber<T> {
  private final Consumer<T> action;
  private final CompletableFuture<Integer> count = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;
  private int done;

  private InTurn(Consumer<T> action) {
    this.action = action;
  }

  /**
   * Does it where the values arrive, which waits for it.
   *
   * @return how many there were, when that is all; what the action or the stream fails with
   */
  public static <T> CompletionStage<Integer> forEach(Flow.Publisher<T> values, Consumer<T> action) {
    InTurn<T> each = new InTurn<>(action);
    values.subscribe(each);
    return each.count;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(1);
  }

  @Override
  public void onNext(T value) {
    Flow.Subscription values = Objects.requireNonNull(subscription);
    try {
      action.accept(value);
    } catch (RuntimeException failed) {
      values.cancel();
      count.completeExceptionally(failed);
      return;
    }
    done++;
    values.request(1);
  }

  @Override
  public void onError(Throwable failure) {
    count.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    count.complete(done);
  }
}
