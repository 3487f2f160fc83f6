package io.triglot.benchmarks.contest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A hundred products and a hundred orders, in memory, so that what is measured is the framework.
 * Immutable and thread-safe: an order that is created is answered and forgotten.
 */
public final class Shop {
  private static final Instant OPENED = Instant.parse("2024-01-15T08:30:00Z");

  private final List<Product> products =
      IntStream.rangeClosed(1, 100)
          .mapToObj(
              i ->
                  new Product(
                      String.valueOf(i),
                      "Product number " + i,
                      i * 9.75,
                      i % 40,
                      OPENED.plus(Duration.ofHours(i))))
          .toList();
  private final Map<String, Product> byId =
      products.stream().collect(Collectors.toUnmodifiableMap(Product::getId, Function.identity()));
  private final List<Order> orders =
      IntStream.rangeClosed(1, 100)
          .mapToObj(
              i ->
                  new Order(
                      String.valueOf(1000 + i),
                      String.valueOf(1 + i * 7 % 100),
                      1 + i % 5,
                      OrderStatus.values()[i % 4]))
          .toList();

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

  /** All orders. */
  public List<Order> orders() {
    return orders;
  }

  /** The products of several orders, in their order. */
  public List<Product> productsOf(List<Order> of) {
    return of.stream().map(order -> product(order.getProductId())).toList();
  }

  /** A new order. */
  public Order createOrder(CreateOrder input) {
    return new Order("2001", input.getProductId(), input.getQuantity(), OrderStatus.PENDING);
  }
}
