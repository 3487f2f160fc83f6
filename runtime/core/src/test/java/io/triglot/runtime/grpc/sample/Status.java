package io.triglot.runtime.grpc.sample;

/** An enum without a constant for number 0. */
public enum Status {
  PENDING,
  SHIPPED
}
