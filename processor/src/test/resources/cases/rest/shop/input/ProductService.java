package com.acme.shop;

import io.triglot.ApiOperation;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The products of the shop. */
@PermitAll
public class ProductService {
  private final Map<String, Product> products = new LinkedHashMap<>();

  public ProductService() {
    put(new Product("1", "Laptop", price("999.99"), 15, Instant.parse("2024-01-15T00:00:00Z")));
    put(new Product("2", "Mouse", price("29.99"), 100, Instant.parse("2024-02-01T00:00:00Z")));
  }

  /**
   * Lists the products in a price range.
   *
   * @param minPrice the least price, inclusive
   * @param maxPrice the greatest price, inclusive
   */
  @ApiOperation
  public List<Product> products(@Nullable BigDecimal minPrice, @Nullable BigDecimal maxPrice) {
    return products.values().stream()
        .filter(product -> minPrice == null || product.price().compareTo(minPrice) >= 0)
        .filter(product -> maxPrice == null || product.price().compareTo(maxPrice) <= 0)
        .toList();
  }

  /** Finds a product. */
  @ApiOperation
  public @Nullable Product product(String id) throws ProductNotFound {
    return find(id, "id");
  }

  /** Adds pieces to the stock of a product. */
  @ApiOperation
  @RolesAllowed("admin")
  public Product restock(String productId, int quantity) throws ProductNotFound {
    return change(productId, quantity);
  }

  Product find(String id, String argument) {
    Product product = products.get(id);
    if (product == null) {
      throw new ProductNotFound(argument);
    }
    return product;
  }

  Product change(String id, int quantity) {
    Product product = find(id, "productId");
    Product changed =
        new Product(
            id, product.name(), product.price(), product.stock() + quantity, product.createdAt());
    put(changed);
    return changed;
  }

  private void put(Product product) {
    products.put(product.id(), product);
  }

  private static BigDecimal price(String text) {
    return new BigDecimal(text);
  }
}
