package io.triglot.benchmarks.rest.shop;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fifty products in memory, so that what is measured is the server. Immutable and thread-safe: an
 * order that is created is answered and forgotten.
 */
public final class Shop {
  private final List<Product> products =
      IntStream.rangeClosed(1, 50)
          .mapToObj(
              i ->
                  new Product(
                      String.valueOf(i),
                      "Product number " + i,
                      "category " + i % 7,
                      i * 9.75,
                      i % 40,
                      i % 3 != 0,
                      List.of("new", "size " + i % 5)))
          .toList();
  private final Map<String, Product> byId =
      products.stream().collect(Collectors.toUnmodifiableMap(Product::id, Function.identity()));

  /** All products. */
  public List<Product> products() {
    return products;
  }

  /** The product with a number that there is. */
  public Product product(String id) {
    Product product = byId.get(id);
    if (product == null) {
      throw new IllegalArgumentException("no product " + id);
    }
    return product;
  }

  /** A new order. */
  public Order createOrder(NewOrder order) {
    return new Order(
        "2001",
        order.productId(),
        order.quantity(),
        order.quantity() * product(order.productId()).price());
  }
}
