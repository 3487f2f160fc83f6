package io.triglot.runtime.graphql;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.triglot.runtime.http.TextSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One operation on a WebSocket, from its {@code subscribe} to its {@code complete} or {@code
 * error}. The next result is asked for when the one before has left, so that a slow client slows
 * the source.
 */
final class SocketOperation implements Flow.Subscriber<ExecutionResult> {
  private static final Flow.Subscription CANCELLED =
      new Flow.Subscription() {
        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
      };

  private final String id;
  private final Execution execution;
  private final TextSocket socket;
  private final Predicate<SocketOperation> finish;
  private final CompletableFuture<@Nullable Void> cancelled = new CompletableFuture<>();
  private final AtomicReference<Flow.@Nullable Subscription> source = new AtomicReference<>();

  /**
   * An operation that is not yet started.
   *
   * @param finish ends the operation, and tells whether it had not ended before
   */
  SocketOperation(
      String id, Execution execution, TextSocket socket, Predicate<SocketOperation> finish) {
    this.id = id;
    this.execution = execution;
    this.socket = socket;
    this.finish = finish;
  }

  void start(GraphQlParameters sent, GraphQlRequest request) {
    GraphQlParameters parameters;
    try {
      parameters = execution.resolve(sent);
    } catch (MalformedRequestException unknown) {
      fail(Execution.refused(unknown.failure()));
      return;
    }
    var unused =
        execution
            .execute(
                execution.prepare(parameters.query()), parameters, request.cancelledBy(cancelled))
            .thenAccept(this::deliver);
  }

  /** Stops the source. Nothing more is sent. */
  void cancel() {
    cancelled.complete(null);
    Flow.Subscription running = source.getAndSet(CANCELLED);
    if (running != null) {
      running.cancel();
    }
  }

  @SuppressWarnings("unchecked") // Execution makes no other publishers
  private void deliver(ExecutionResult result) {
    if (result.getData() instanceof Flow.Publisher) {
      ((Flow.Publisher<ExecutionResult>) result.getData()).subscribe(this);
    } else if (!result.isDataPresent()) {
      fail(result);
    } else if (finish.test(this)) {
      SocketMessage.NEXT.sendTo(socket, id, result.toSpecification());
      SocketMessage.COMPLETE.sendTo(socket, id, null);
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    if (source.compareAndSet(null, subscription)) {
      subscription.request(1);
    } else {
      subscription.cancel();
    }
  }

  @Override
  public void onNext(ExecutionResult result) {
    if (source.get() == CANCELLED) {
      return;
    }
    var unused =
        SocketMessage.NEXT
            .sendTo(socket, id, result.toSpecification())
            .whenComplete(
                (sent, failure) -> {
                  Flow.Subscription running = source.get();
                  if (failure != null) {
                    cancel();
                  } else if (running != null) {
                    running.request(1);
                  }
                });
  }

  @Override
  public void onError(Throwable failure) {
    fail(execution.failed(failure));
  }

  @Override
  public void onComplete() {
    if (finish.test(this)) {
      SocketMessage.COMPLETE.sendTo(socket, id, null);
    }
  }

  private void fail(ExecutionResult result) {
    if (finish.test(this)) {
      SocketMessage.ERROR.sendTo(
          socket, id, result.getErrors().stream().map(GraphQLError::toSpecification).toList());
    }
  }
}
