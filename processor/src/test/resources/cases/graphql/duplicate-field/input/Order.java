package com.acme;

public record Order(String id, String product) {}
