package io.triglot.benchmarks.rest.shop;

import java.util.List;

/** A product. */
public record Product(
    String id,
    String name,
    String category,
    double price,
    int stock,
    boolean listed,
    List<String> tags) {}
