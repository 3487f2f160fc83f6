package com.acme.catalog;

import io.triglot.ApiBatch;
import io.triglot.ApiEntity;
import io.triglot.ApiFederated;
import io.triglot.ApiOperation;
import io.triglot.Page;
import io.triglot.PageRequest;
import io.triglot.runtime.CallContext;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

public class CatalogService {
  private static final List<Product> ALL =
      List.of(
          new Product("p1", "T", Region.NORTH, "Tea", null, new Seller("s1")),
          new Product("p2", "C", Region.SOUTH, "Coffee", null, new Seller("s2")));

  @ApiOperation
  @ApiFederated(shareable = true)
  public Page<Product> products(PageRequest page) {
    return Page.of(page, 10, ALL, product -> io.triglot.Cursor.of(product.id()));
  }

  @ApiEntity
  public List<@Nullable Product> byId(List<ProductKey> keys) {
    return keys.stream().map(CatalogService::find).toList();
  }

  /** Finds products by what is printed on them. */
  @ApiEntity(key = "sku region")
  public Map<SkuKey, Product> bySku(Set<SkuKey> keys) {
    return ALL.stream()
        .filter(product -> keys.contains(new SkuKey(product.sku(), product.region())))
        .collect(
            Collectors.toMap(
                product -> new SkuKey(product.sku(), product.region()), product -> product));
  }

  @ApiEntity
  @RolesAllowed("keeper")
  public CompletionStage<Map<Long, Warehouse>> warehouses(Set<Long> numbers, CallContext context) {
    return CompletableFuture.completedStage(
        numbers.stream()
            .collect(
                Collectors.toMap(
                    number -> number, number -> new Warehouse(number, Map.of(Region.NORTH, 1)))));
  }

  @ApiBatch
  @ApiFederated(provides = "weight")
  public List<Product> twin(List<Product> products) {
    return products;
  }

  private static @Nullable Product find(ProductKey key) {
    return ALL.stream()
        .filter(product -> product.id().equals(key.id()))
        .map(
            product ->
                new Product(
                    product.id(),
                    product.sku(),
                    product.region(),
                    product.name(),
                    key.weight(),
                    product.seller()))
        .findFirst()
        .orElse(null);
  }
}
