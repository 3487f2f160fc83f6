package com.acme.shop;
public record Order(String id, String productId, int quantity, java.math.BigDecimal totalPrice, OrderStatus status, java.time.Instant createdAt) {}
