package io.triglot.runtime.grpc;

import io.grpc.ClientCall;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends in one call.
 *
 * @param first a message to send at once, if there is one
 * @param rest the messages after it; null if there are none
 */
record Requests<Q>(@Nullable Q first, Flow.@Nullable Publisher<Q> rest) {

  /** Sends them by a call that has been started. */
  void send(ClientCall<Q, ?> call, SinkSubscriber<Q> sender) {
    if (first != null) {
      call.sendMessage(first);
    }
    if (rest == null) {
      call.halfClose();
    } else {
      rest.subscribe(sender);
    }
  }
}
