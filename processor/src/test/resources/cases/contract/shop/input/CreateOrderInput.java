package com.acme.shop;
public record CreateOrderInput(String productId, int quantity) {}
