package com.acme.shop;

import io.triglot.ApiType;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * Something to buy.
 *
 * @param price what one piece costs
 * @param stock how many pieces can be ordered
 */
@ApiType
public record Product(String id, String name, BigDecimal price, int stock, Instant createdAt) {}
