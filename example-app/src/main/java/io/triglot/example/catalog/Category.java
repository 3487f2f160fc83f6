package io.triglot.example.catalog;

import io.triglot.ApiType;

/**
 * A kind of products.
 *
 * @param id what the shop calls it
 * @param name what customers call it
 */
@ApiType
public record Category(String id, String name) {}
