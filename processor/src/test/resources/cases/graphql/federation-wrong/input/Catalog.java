package com.acme.catalog;

import io.triglot.ApiBatch;
import io.triglot.ApiEntity;
import io.triglot.ApiFederated;
import io.triglot.ApiOperation;
import io.triglot.ApiType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public interface Catalog {
  @ApiType(keys = {"id", "sku region", "tags", "seller", "nothing", ""})
  record Product(
      String id, String sku, String region, List<String> tags, @Nullable Product seller) {}

  @ApiFederated(external = true)
  record Plain(
      String id, @ApiFederated(external = true, shareable = true) @Nullable Integer weight) {}

  record Key(String sku) {}

  record WideKey(String sku, String region, String color) {}

  @ApiOperation
  List<Product> listProducts();

  @ApiOperation
  @ApiFederated(external = true)
  Plain getPlain();

  @ApiEntity
  Map<UUID, Product> byNumber(Set<UUID> numbers);

  @ApiEntity(key = "sku region")
  Map<Key, Product> byKey(Set<Key> keys);

  @ApiEntity(key = "sku region")
  Map<WideKey, Product> byWideKey(Set<WideKey> keys);

  @ApiEntity(key = "sku")
  Map<String, Product> bySku(Set<String> keys);

  @ApiEntity
  Map<String, Plain> plains(Set<String> ids);

  @ApiBatch
  @ApiFederated(requires = "sku", provides = "region nothing")
  Map<Product, Product> twin(Set<Product> products);
}
