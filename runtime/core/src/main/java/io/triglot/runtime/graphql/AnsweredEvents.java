package io.triglot.runtime.graphql;

import graphql.ExecutionResult;
import io.triglot.runtime.CallException;
import io.triglot.runtime.CallObserver.Observation;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;

/**
 * The results of a subscription: each event of its source answered, in the order of the events.
 * Demand and cancellation go straight to the source.
 *
 * @param answer executes the subscription's selection on an event; its stages never fail
 * @param observed is told when the subscription ends
 */
record AnsweredEvents(
    Flow.Publisher<Object> source,
    Function<Object, CompletionStage<ExecutionResult>> answer,
    Observation observed)
    implements Flow.Publisher<ExecutionResult> {

  @Override
  public void subscribe(Flow.Subscriber<? super ExecutionResult> subscriber) {
    source.subscribe(new Answering(subscriber, answer, observed));
  }

  private static final class Answering implements Flow.Subscriber<Object> {
    private final Flow.Subscriber<? super ExecutionResult> downstream;
    private final Function<Object, CompletionStage<ExecutionResult>> answer;
    private final Observation observed;
    private CompletionStage<?> delivered = CompletableFuture.completedStage(null);

    Answering(
        Flow.Subscriber<? super ExecutionResult> downstream,
        Function<Object, CompletionStage<ExecutionResult>> answer,
        Observation observed) {
      this.downstream = downstream;
      this.answer = answer;
      this.observed = observed;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      downstream.onSubscribe(new Cancellable(subscription, observed));
    }

    @Override
    public void onNext(Object event) {
      delivered =
          delivered.thenAcceptBoth(
              answer.apply(event), (done, result) -> downstream.onNext(result));
    }

    @Override
    public void onError(Throwable failure) {
      observed.end(
          failure instanceof CallException known
              ? known.failure()
              : Failure.of(StatusCode.INTERNAL, "Internal error"));
      delivered.thenRun(() -> downstream.onError(failure));
    }

    @Override
    public void onComplete() {
      observed.end(null);
      delivered.thenRun(downstream::onComplete);
    }
  }

  private record Cancellable(Flow.Subscription source, Observation observed)
      implements Flow.Subscription {
    @Override
    public void request(long count) {
      source.request(count);
    }

    @Override
    public void cancel() {
      source.cancel();
      observed.end(Failure.of(StatusCode.CANCELLED, "The caller has gone away"));
    }
  }
}
