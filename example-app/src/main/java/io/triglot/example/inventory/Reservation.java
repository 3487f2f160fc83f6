package io.triglot.example.inventory;

import io.triglot.ApiType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Pieces that are kept for somebody.
 *
 * @param id what they are kept for, such as an order
 * @param productId the product
 * @param quantity how many pieces of it
 * @param endsAt when they are there for everybody again; never, where it is absent
 */
@ApiType
public record Reservation(
    @NotBlank String id,
    @NotBlank String productId,
    @Positive int quantity,
    @Nullable Instant endsAt) {}
