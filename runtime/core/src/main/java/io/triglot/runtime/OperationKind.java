package io.triglot.runtime;

/**
 * What a call of an operation does, as GraphQL tells it; REST derives the HTTP method from it, gRPC
 * the idempotency level.
 */
public enum OperationKind {
  /** Reads and changes nothing: safe to repeat and to cache. */
  QUERY,
  /** May change state: never repeated without being told to. */
  MUTATION,
  /** Answers with a stream of values. */
  SUBSCRIPTION
}
