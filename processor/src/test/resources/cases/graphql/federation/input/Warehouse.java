package com.acme.catalog;

import io.triglot.ApiFederated;
import io.triglot.ApiType;
import java.util.Map;

@ApiFederated(shareable = true)
@ApiType(keys = "number")
public record Warehouse(long number, Map<Region, Integer> stock) {}
