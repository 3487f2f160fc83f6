package com.acme.library;

import io.triglot.ApiField;
import io.triglot.ApiType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of a book before the library has it. */
@ApiType
public record BookInput(
    @ApiField(name = "heading") String title,
    @Nullable String subtitle,
    Genre genre,
    BigDecimal price,
    List<Chapter> chapters,
    Optional<Integer> rating) {}
