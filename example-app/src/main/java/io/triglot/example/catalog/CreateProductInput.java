package io.triglot.example.catalog;

import io.triglot.ApiField;
import io.triglot.ApiType;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the shop takes in.
 *
 * @param name what customers call it
 * @param price the price of one piece
 * @param categoryId the category that it is of, if any
 */
@ApiType
public record CreateProductInput(
    @ApiField(example = "Tea") @NotBlank @Size(max = 200) String name,
    @ApiField(example = "3.50") @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal price,
    @Nullable String categoryId) {}
