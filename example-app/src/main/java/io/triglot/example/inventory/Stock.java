package io.triglot.example.inventory;

import io.triglot.ApiField;
import io.triglot.ApiType;
import java.time.Instant;

/**
 * How much there is of a product.
 *
 * @param productId the product
 * @param available how many pieces of it nobody has reserved
 * @param number how often that has changed
 * @param changedAt since when it is so
 */
@ApiType
public record Stock(
    String productId, int available, @ApiField(eventId = true) long number, Instant changedAt) {
  Stock with(int available, Instant now) {
    return new Stock(productId, available, number + 1, now);
  }
}
