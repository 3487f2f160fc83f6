package io.triglot.benchmarks.graphql;

import io.triglot.ApiBatch;
import io.triglot.ApiOperation;
import io.triglot.ApiService;
import io.triglot.ApiType;
import io.triglot.benchmarks.contest.CreateOrder;
import io.triglot.benchmarks.contest.OrderStatus;
import io.triglot.benchmarks.contest.Shop;
import io.triglot.runtime.Protocol;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The shop, with the same values in records. */
@ApiService(protocols = Protocol.GRAPHQL)
public class ShopService {
  private final Shop shop = new Shop();
  private final List<Product> products = shop.products().stream().map(Product::of).toList();
  private final Map<String, Product> byId =
      products.stream().collect(Collectors.toUnmodifiableMap(Product::id, Function.identity()));
  private final List<Order> orders = shop.orders().stream().map(Order::of).toList();

  /** All products. */
  @ApiOperation
  public List<Product> products() {
    return products;
  }

  /** One product. */
  @ApiOperation
  public Product product(String id) {
    return Objects.requireNonNull(byId.get(id));
  }

  /** All orders. */
  @ApiOperation
  public List<Order> orders() {
    return orders;
  }

  /** The product of each order. */
  @ApiBatch
  public List<Product> product(List<Order> orders) {
    return orders.stream().map(order -> product(order.productId())).toList();
  }

  /** Orders a product. */
  @ApiOperation
  public Order createOrder(CreateOrderInput input) {
    CreateOrder order = new CreateOrder();
    order.setProductId(input.productId());
    order.setQuantity(input.quantity());
    return Order.of(shop.createOrder(order));
  }

  /** A product. */
  @ApiType
  public record Product(String id, String name, double price, int stock, Instant createdAt) {
    private static Product of(io.triglot.benchmarks.contest.Product product) {
      return new Product(
          product.getId(),
          product.getName(),
          product.getPrice(),
          product.getStock(),
          product.getCreatedAt());
    }
  }

  /** An order of one product. */
  @ApiType
  public record Order(String id, String productId, int quantity, OrderStatus status) {
    private static Order of(io.triglot.benchmarks.contest.Order order) {
      return new Order(order.getId(), order.getProductId(), order.getQuantity(), order.getStatus());
    }
  }

  /** What is ordered. */
  @ApiType
  public record CreateOrderInput(String productId, int quantity) {}
}
