package com.acme.catalog;

import org.jspecify.annotations.Nullable;

public record ProductKey(String id, @Nullable Integer weight) {}
