package com.acme.catalog;

import io.triglot.ApiFederated;
import io.triglot.ApiField;
import io.triglot.ApiType;
import org.jspecify.annotations.Nullable;

/** Something to buy. */
@ApiType(keys = {"id", "sku region"})
public record Product(
    String id,
    String sku,
    Region region,
    @ApiFederated(shareable = true) String name,
    @ApiFederated(external = true) @Nullable Integer weight,
    Seller seller) {

  /** What it costs to send it. */
  @ApiField(name = "shipping")
  @ApiFederated(requires = "weight")
  public int shippingBy(int cents) {
    return weight == null ? 0 : weight * cents;
  }
}
