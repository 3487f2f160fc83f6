package io.triglot.processor.model;

/** A wire protocol, with the names of {@code io.triglot.runtime.Protocol}. */
public enum Protocol {
  REST,
  GRAPHQL,
  GRPC
}
