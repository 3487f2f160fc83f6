package io.triglot.benchmarks.rest.shop;

/** An order of one product. */
public record Order(String id, String productId, int quantity, double total) {}
