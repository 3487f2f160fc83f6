package com.acme.shop;

import java.math.BigDecimal;
import java.time.Instant;

public record Order(
    String id,
    String productId,
    int quantity,
    BigDecimal totalPrice,
    OrderStatus status,
    Instant createdAt) {}
