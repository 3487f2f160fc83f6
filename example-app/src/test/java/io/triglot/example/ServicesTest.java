package io.triglot.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The services as plain Java objects; a subclass says over which database. */
abstract class ServicesTest {
  private Database database;
  private OrderEvents events;
  private ProductService products;
  private OrderService orders;

  /** The JDBC URL of a database without tables. */
  abstract String emptyDatabase() throws Exception;

  @BeforeEach
  void open() throws Exception {
    database = Database.open(emptyDatabase());
    events = new OrderEvents();
    products = new ProductService(database);
    orders = new OrderService(database, events);
  }

  @AfterEach
  void close() {
    events.close();
    database.close();
  }

  @Test
  void beginsWithALaptopAndAMouse() {
    assertThat(products.products(null, null))
        .containsExactly(
            new Product(
                "1", "Laptop", new BigDecimal("999.99"), 15, Instant.parse("2024-01-15T00:00:00Z")),
            new Product(
                "2", "Mouse", new BigDecimal("29.99"), 100, Instant.parse("2024-02-01T00:00:00Z")));
    assertThat(orders.orders()).isEmpty();
  }

  @Test
  void includesBothBoundsOfAPriceRange() {
    BigDecimal mouse = new BigDecimal("29.99");

    assertThat(products.products(mouse, null)).hasSize(2);
    assertThat(products.products(null, mouse)).extracting(Product::name).containsExactly("Mouse");
    assertThat(products.products(mouse, mouse)).hasSize(1);
    assertThat(products.products(new BigDecimal("30"), new BigDecimal("40"))).isEmpty();
    assertThat(products.products(new BigDecimal("-1e30"), new BigDecimal("1e30"))).hasSize(2);
  }

  @Test
  void takesAnOrderOutOfTheStock() {
    Order order = orders.createOrder(new CreateOrderInput("2", 3));

    assertThat(order.totalPrice()).isEqualByComparingTo("89.97");
    assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
    assertThat(products.product("2")).extracting(Product::stock).isEqualTo(97);
    assertThat(orders.orders()).containsExactly(order);
  }

  @Test
  void changesNothingWhenAnOrderFails() {
    assertThatExceptionOfType(InsufficientStock.class)
        .isThrownBy(() -> orders.createOrder(new CreateOrderInput("1", 16)))
        .satisfies(
            error -> {
              assertThat(error.available()).isEqualTo(15);
              assertThat(error.requested()).isEqualTo(16);
            });
    assertThatExceptionOfType(InvalidQuantity.class)
        .isThrownBy(() -> orders.createOrder(new CreateOrderInput("1", 0)));
    assertThatExceptionOfType(ProductNotFound.class)
        .isThrownBy(() -> orders.createOrder(new CreateOrderInput("99", 1)));
    assertThat(products.product("1")).extracting(Product::stock).isEqualTo(15);
    assertThat(orders.orders()).isEmpty();
  }

  @Test
  void restocksUpToWhatAnIntCounts() {
    assertThat(products.restock("1", 5).stock()).isEqualTo(20);
    assertThat(products.product("1")).extracting(Product::stock).isEqualTo(20);
    assertThatExceptionOfType(InvalidQuantity.class)
        .isThrownBy(() -> products.restock("1", Integer.MAX_VALUE));
    assertThatExceptionOfType(ProductNotFound.class).isThrownBy(() -> products.restock("99", 1));
  }

  @Test
  void keepsTheStatusThatWasSet() {
    Order order = orders.createOrder(new CreateOrderInput("1", 1));

    Order shipped = orders.updateOrderStatus(order.id(), OrderStatus.SHIPPED);

    assertThat(shipped).isEqualTo(order.with(OrderStatus.SHIPPED));
    assertThat(orders.orders()).containsExactly(shipped);
    assertThatExceptionOfType(OrderNotFound.class)
        .isThrownBy(() -> orders.updateOrderStatus("none", OrderStatus.SHIPPED));
  }

  @Test
  void findsTheProductsOfManyOrders() {
    Order laptop = orders.createOrder(new CreateOrderInput("1", 1));
    Order mouse = orders.createOrder(new CreateOrderInput("2", 1));
    Order mice = orders.createOrder(new CreateOrderInput("2", 2));

    Map<Order, Product> found = orders.product(Set.of(laptop, mouse, mice));

    assertThat(found.get(laptop).name()).isEqualTo("Laptop");
    assertThat(found.get(mouse)).isEqualTo(found.get(mice));
    assertThat(orders.product(Set.of())).isEmpty();
  }

  @Test
  void neverSellsMoreThanThereIs() throws Exception {
    Callable<Boolean> attempt =
        () -> {
          try {
            orders.createOrder(new CreateOrderInput("1", 1));
            return true;
          } catch (InsufficientStock soldOut) {
            return false;
          }
        };
    ExecutorService buyers = Executors.newFixedThreadPool(8);
    try {
      List<Future<Boolean>> results =
          buyers.invokeAll(Stream.generate(() -> attempt).limit(40).toList());

      int sold = 0;
      for (Future<Boolean> result : results) {
        sold += result.get() ? 1 : 0;
      }
      assertThat(sold).isEqualTo(15);
      assertThat(products.product("1")).extracting(Product::stock).isEqualTo(0);
      assertThat(orders.orders()).hasSize(15);
    } finally {
      buyers.shutdown();
    }
  }
}
