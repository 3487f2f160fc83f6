package io.triglot.runtime.grpc;

/** Where the messages of one side of a call go. */
interface MessageSink<M> {
  /** Whether the transport can take a message without keeping it in memory for long. */
  boolean isReady();

  /** Sends a message. Calls must not overlap. */
  void send(M message);

  /** There are no more messages. */
  void complete();

  /** There are no more messages, because of a failure. */
  void fail(Throwable failure);

  /** Sets what to do when messages are no longer wanted, or if they are not wanted already. */
  void onCancel(Runnable action);
}
