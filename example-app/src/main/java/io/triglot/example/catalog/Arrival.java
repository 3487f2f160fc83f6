package io.triglot.example.catalog;

import io.triglot.ApiType;
import jakarta.validation.constraints.Positive;

/**
 * What a delivery has of a product.
 *
 * @param productId the product's id
 * @param quantity how many pieces
 */
@ApiType
public record Arrival(String productId, @Positive int quantity) {}
