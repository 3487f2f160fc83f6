package com.acme.shop;
import io.triglot.ApiType;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * Something to buy.
 *
 * @param id the number on the shelf
 * @param price in euro, {@code 2} digits
 */
@ApiType
public record Product(String id, String name, BigDecimal price, int stock, Instant createdAt) {}
