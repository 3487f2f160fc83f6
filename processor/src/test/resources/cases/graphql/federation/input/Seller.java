package com.acme.catalog;

import io.triglot.ApiType;

/** Who sells; another service knows more of them. */
@ApiType(keys = "id")
public record Seller(String id) {}
