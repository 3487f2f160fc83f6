package io.triglot.example.orders;

import io.triglot.ApiType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an order: it was placed, or its status was set.
 *
 * @param order the order as it is since then
 * @param previousStatus the status that it had before; absent when it was placed
 * @param occurredAt when it happened
 */
@ApiType
public record OrderEvent(Order order, @Nullable OrderStatus previousStatus, Instant occurredAt) {}
