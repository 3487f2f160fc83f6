package io.triglot.example.catalog;

import io.triglot.ApiType;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A product that the shop sells.
 *
 * @param id what the shop calls it
 * @param name what customers call it
 * @param price the price of one piece
 * @param stock how many pieces can be ordered now
 * @param createdAt when the shop took it in
 */
@ApiType
public record Product(String id, String name, BigDecimal price, int stock, Instant createdAt) {}
