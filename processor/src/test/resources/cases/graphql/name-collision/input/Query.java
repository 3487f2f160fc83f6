package com.acme;

public record Query(String text) {}
