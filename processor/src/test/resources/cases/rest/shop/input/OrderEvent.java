package com.acme.shop;

/** An order that was created or changed. */
public record OrderEvent(Order order) {}
