package io.triglot.example.orders;

import io.triglot.ApiField;
import io.triglot.ApiType;

/**
 * What a customer orders.
 *
 * @param productId the product
 * @param quantity how many pieces of it, at least one
 */
@ApiType
public record CreateOrderInput(String productId, @ApiField(example = "2") int quantity) {}
