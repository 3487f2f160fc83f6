package com.acme.catalog;

public record SkuKey(String sku, Region region) {}
