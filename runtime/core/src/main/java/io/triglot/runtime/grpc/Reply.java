package io.triglot.runtime.grpc;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.triglot.runtime.CallException;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answer to one call: a message, a stream of messages, or a failure. It is given once. */
final class Reply implements MessageSink<byte[]> {
  private static final Logger log = LoggerFactory.getLogger(Reply.class);

  private final ServerCall<byte[], byte[]> call;
  private final String service;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final CompletableFuture<@Nullable Void> cancelled = new CompletableFuture<>();
  private @Nullable volatile SinkSubscriber<byte[]> subscriber;

  Reply(ServerCall<byte[], byte[]> call, String service) {
    this.call = call;
    this.service = service;
  }

  /** Answers with one message. */
  void complete(byte[] message) {
    if (call.isCancelled()) {
      close(Status.CANCELLED);
      return;
    }
    begin();
    send(message);
    close(Status.OK);
  }

  /** Whether the client has given the call up. */
  boolean isCancelled() {
    return call.isCancelled();
  }

  /** Answers with what a stage came to: one message, or a failure. */
  void complete(byte @Nullable [] message, @Nullable Throwable failure) {
    if (message != null) {
      complete(message);
    } else if (failure != null) {
      fail(
          failure instanceof CompletionException e && e.getCause() != null
              ? e.getCause()
              : failure);
    }
  }

  /** Answers with the failure that left the policy chain. */
  @Override
  public void fail(Throwable failure) {
    if (failure instanceof CallException known) {
      StatusRuntimeException status = StatusMapping.status(known.failure(), service);
      Metadata trailers = status.getTrailers();
      close(status.getStatus(), trailers == null ? new Metadata() : trailers);
    } else {
      log.error("A call of {} could not be answered", service, failure);
      close(Status.INTERNAL);
    }
  }

  /** Answers that a message is larger than the host allows. */
  void failTooLarge() {
    fail(Failure.of(StatusCode.RESOURCE_EXHAUSTED, "The message is too large").asException());
  }

  /** Whether it has been given. */
  boolean isClosed() {
    return closed.get();
  }

  @Override
  public void complete() {
    close(Status.OK);
  }

  /** Ends the call. */
  void close(Status status) {
    close(status, new Metadata());
  }

  private void close(Status status, Metadata trailers) {
    if (closed.compareAndSet(false, true)) {
      call.close(status, trailers);
    }
  }

  /** Answers with the elements of a publisher. */
  Flow.Subscriber<byte[]> subscriber() {
    SinkSubscriber<byte[]> receiving = new SinkSubscriber<>(this);
    subscriber = receiving;
    begin();
    return receiving;
  }

  @Override
  public void onCancel(Runnable action) {
    cancelled.thenRun(action);
  }

  /** The client has given the call up. */
  void cancelled() {
    cancelled.complete(null);
  }

  /** The transport can take more messages. */
  void onReady() {
    SinkSubscriber<byte[]> receiving = subscriber;
    if (receiving != null) {
      receiving.demand();
    }
  }

  @Override
  public boolean isReady() {
    return call.isReady();
  }

  @Override
  public void send(byte[] message) {
    call.sendMessage(message);
  }

  private void begin() {
    call.sendHeaders(new Metadata());
  }
}
