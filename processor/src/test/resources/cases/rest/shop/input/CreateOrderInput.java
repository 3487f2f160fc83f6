package com.acme.shop;

/**
 * What is ordered.
 *
 * @param quantity how many pieces, at least one
 */
public record CreateOrderInput(String productId, int quantity) {}
