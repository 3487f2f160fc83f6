package io.triglot.benchmarks.rest.shop;

/** What is ordered. */
public record NewOrder(String productId, int quantity) {}
