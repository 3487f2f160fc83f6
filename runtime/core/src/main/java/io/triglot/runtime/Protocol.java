package io.triglot.runtime;

/** A wire protocol on which an operation is offered. */
public enum Protocol {
  /** HTTP resources with JSON bodies, as bound by {@code jakarta.ws.rs}. */
  REST,
  /** GraphQL over HTTP, server-sent events or WebSocket. */
  GRAPHQL,
  /** gRPC over HTTP/2 with protobuf messages. */
  GRPC
}
