package io.triglot.processor.backend.grpc;

import io.triglot.processor.model.Doc;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.OperationKind;
import io.triglot.processor.model.ResultForm;
import java.util.Optional;

/**
 * An rpc and the operation that serves it.
 *
 * @param name such as {@code UpdateOrderStatus}
 * @param doc the operation's description, and with what it fails
 * @param request the request message, or the first one where the client streams
 * @param bareRequest whether the operation's one argument is the request message itself
 * @param later what is read of the further messages of a stream whose first message has arguments
 * @param bareResponse whether its result is the response message itself
 * @param ownResponse whether the response message is declared for the rpc alone
 */
record ProtoRpc(
    String name,
    Operation operation,
    Doc doc,
    ProtoMessage request,
    boolean bareRequest,
    Optional<ProtoMessage> later,
    ProtoMessage response,
    boolean bareResponse,
    boolean ownResponse) {

  /** Whether the response is a stream of messages. */
  boolean serverStreaming() {
    return operation.form() == ResultForm.PUBLISHER;
  }

  /** Whether the request is a stream of messages. */
  boolean clientStreaming() {
    return operation.stream().isPresent();
  }

  /** Whether a call changes nothing, so that it may be repeated and cached. */
  boolean noSideEffects() {
    return operation.kind() == OperationKind.QUERY;
  }
}
