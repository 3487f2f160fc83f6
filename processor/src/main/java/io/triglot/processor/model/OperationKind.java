package io.triglot.processor.model;

/** What a call does, with the names of {@code io.triglot.runtime.OperationKind}. */
public enum OperationKind {
  QUERY,
  MUTATION,
  SUBSCRIPTION
}
