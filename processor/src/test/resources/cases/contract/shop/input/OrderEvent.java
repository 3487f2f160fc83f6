package com.acme.shop;
public record OrderEvent(Order order, java.time.Instant at) {}
