package io.triglot.conformance;

import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.Protocol;
import java.util.Map;
import java.util.Optional;

/** Calls operations on one protocol. Thread-safe. */
interface ProtocolClient {
  /** The protocol. */
  Protocol protocol();

  /** What the protocol's contract tells of an operation; empty where it is not offered there. */
  Optional<OpenApi.Route> route(OperationDescriptor operation);

  /**
   * Sends a call.
   *
   * @param headers header fields, or metadata
   * @throws InexpressibleException when the arguments cannot be said on this protocol
   */
  PendingAnswer send(
      OperationDescriptor operation, Arguments arguments, Map<String, String> headers);
}
