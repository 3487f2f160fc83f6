package com.acme.library;

import io.triglot.ApiField;
import io.triglot.ApiType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A book.
 *
 * @param id what the library calls it
 * @param title what its author calls it
 * @param rating from 1 to 5, by readers
 */
@ApiType
public record Book(
    String id,
    @ApiField(name = "heading") String title,
    @Nullable String subtitle,
    Genre genre,
    BigDecimal price,
    List<String> tags,
    Map<String, Integer> copies,
    Optional<Integer> rating,
    Instant addedAt) {}
