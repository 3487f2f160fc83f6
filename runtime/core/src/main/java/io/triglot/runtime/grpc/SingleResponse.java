package io.triglot.runtime.grpc;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Waits for the one response of a call. To cancel it cancels the call. */
final class SingleResponse<Q, P, R extends @Nullable Object> extends CompletableFuture<R> {
  private final ClientCall<Q, P> call;
  private final Function<? super P, ? extends R> result;
  private final RemoteErrors errors;
  private final RequestSink<Q> sink;
  private final SinkSubscriber<Q> sender;

  private SingleResponse(
      ClientCall<Q, P> call, Function<? super P, ? extends R> result, RemoteErrors errors) {
    this.call = call;
    this.result = result;
    this.errors = errors;
    sink = new RequestSink<>(call);
    sender = new SinkSubscriber<>(sink);
  }

  /** Makes a call. */
  static <Q, P, R extends @Nullable Object> SingleResponse<Q, P, R> of(
      ClientCall<Q, P> call,
      Requests<Q> requests,
      Function<? super P, ? extends R> result,
      RemoteErrors errors) {
    SingleResponse<Q, P, R> response = new SingleResponse<>(call, result, errors);
    call.start(response.new Listener(), new Metadata());
    call.request(2); // the second one would be one too many
    requests.send(call, response.sender);
    return response;
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (cancelled) {
      call.cancel("Cancelled by the caller", new CancellationException());
    }
    return cancelled;
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }

  private final class Listener extends ClientCall.Listener<P> {
    private @Nullable P message;

    @Override
    public void onReady() {
      sender.demand();
    }

    @Override
    public void onMessage(P received) {
      message = received;
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      sink.close();
      P response = message;
      if (!status.isOk()) {
        completeExceptionally(sink.failureOr(errors.restored(status.asRuntimeException(trailers))));
      } else if (response == null) {
        completeExceptionally(
            Status.INTERNAL.withDescription("There is no response").asRuntimeException());
      } else {
        complete(result.apply(response));
      }
    }
  }
}
