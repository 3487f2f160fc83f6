package io.triglot.runtime.grpc;

import io.grpc.ClientCall;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The requests that a client streams to a server. */
final class RequestSink<Q> implements MessageSink<Q> {
  private final ClientCall<Q, ?> call;
  private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
  private volatile @Nullable Throwable failure;

  RequestSink(ClientCall<Q, ?> call) {
    this.call = call;
  }

  @Override
  public boolean isReady() {
    return call.isReady();
  }

  @Override
  public void send(Q message) {
    if (!closed.isDone()) {
      call.sendMessage(message);
    }
  }

  @Override
  public void complete() {
    if (!closed.isDone()) {
      call.halfClose();
    }
  }

  @Override
  public void fail(Throwable reason) {
    failure = reason;
    call.cancel("The requests failed", reason);
  }

  @Override
  public void onCancel(Runnable action) {
    closed.thenRun(action);
  }

  /** The call is over: requests are no longer wanted. */
  void close() {
    closed.complete(null);
  }

  /** What the requests failed with, if they did; otherwise what is given. */
  Throwable failureOr(Throwable otherwise) {
    Throwable known = failure;
    return known == null ? otherwise : known;
  }
}
