package io.triglot.example.payments;

import io.triglot.ApiType;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * An attempt to pay an order.
 *
 * @param id the payment's id
 * @param orderId what is paid
 * @param amount how much
 * @param status what has become of it
 * @param createdAt when it was begun
 */
@ApiType
public record Payment(
    String id, String orderId, BigDecimal amount, PaymentStatus status, Instant createdAt) {}
