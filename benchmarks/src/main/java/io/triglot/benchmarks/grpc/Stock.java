package io.triglot.benchmarks.grpc;

/** The small message: about 20 bytes. */
public record Stock(String productId, int quantity, boolean available, long version) {}
