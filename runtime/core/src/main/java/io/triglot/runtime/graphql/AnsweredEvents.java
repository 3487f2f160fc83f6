package io.triglot.runtime.graphql;

import graphql.ExecutionResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;

/**
 * The results of a subscription: each event of its source answered, in the order of the events.
 * Demand and cancellation go straight to the source.
 *
 * @param answer executes the subscription's selection on an event; its stages never fail
 */
record AnsweredEvents(
    Flow.Publisher<Object> source, Function<Object, CompletionStage<ExecutionResult>> answer)
    implements Flow.Publisher<ExecutionResult> {

  @Override
  public void subscribe(Flow.Subscriber<? super ExecutionResult> subscriber) {
    source.subscribe(new Answering(subscriber, answer));
  }

  private static final class Answering implements Flow.Subscriber<Object> {
    private final Flow.Subscriber<? super ExecutionResult> downstream;
    private final Function<Object, CompletionStage<ExecutionResult>> answer;
    private CompletionStage<?> delivered = CompletableFuture.completedStage(null);

    Answering(
        Flow.Subscriber<? super ExecutionResult> downstream,
        Function<Object, CompletionStage<ExecutionResult>> answer) {
      this.downstream = downstream;
      this.answer = answer;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      downstream.onSubscribe(subscription);
    }

    @Override
    public void onNext(Object event) {
      delivered =
          delivered.thenAcceptBoth(
              answer.apply(event), (done, result) -> downstream.onNext(result));
    }

    @Override
    public void onError(Throwable failure) {
      delivered.thenRun(() -> downstream.onError(failure));
    }

    @Override
    public void onComplete() {
      delivered.thenRun(downstream::onComplete);
    }
  }
}
