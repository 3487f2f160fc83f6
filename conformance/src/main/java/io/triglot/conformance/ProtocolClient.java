package io.triglot.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.Protocol;
import java.util.Map;

/** Calls operations on one protocol. Thread-safe. */
interface ProtocolClient {
  /** The protocol. */
  Protocol protocol();

  /** Whether the operation is offered there. */
  boolean offers(OperationDescriptor operation);

  /**
   * Sends a call.
   *
   * @param arguments by the names of the operation's parameters, as JSON has them on REST
   * @param headers header fields, or metadata
   * @throws InexpressibleException when the arguments cannot be said on this protocol
   */
  PendingAnswer send(
      OperationDescriptor operation, ObjectNode arguments, Map<String, String> headers);
}
