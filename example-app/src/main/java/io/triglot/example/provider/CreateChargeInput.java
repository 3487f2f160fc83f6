package io.triglot.example.provider;

import io.triglot.ApiType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;

/**
 * Money that a merchant wants.
 *
 * @param reference what the merchant calls it
 * @param amount how much
 * @param card stands for the card of whoever pays; one that begins with {@code declined} is refused
 */
@ApiType
public record CreateChargeInput(
    @NotBlank String reference, @Positive BigDecimal amount, @NotBlank String card) {}
