package io.triglot.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.triglot.ExpectedVersion;
import io.triglot.Page;
import io.triglot.PageRequest;
import io.triglot.example.catalog.CategoryNotFound;
import io.triglot.example.catalog.CreateProductInput;
import io.triglot.example.catalog.Product;
import io.triglot.example.catalog.ProductNotFound;
import io.triglot.example.catalog.ProductService;
import io.triglot.example.inventory.InsufficientStock;
import io.triglot.example.inventory.InvalidQuantity;
import io.triglot.example.inventory.InventoryService;
import io.triglot.example.inventory.Reservation;
import io.triglot.example.inventory.Stock;
import io.triglot.example.notifications.Notification;
import io.triglot.example.notifications.NotificationService;
import io.triglot.example.orders.CreateOrderInput;
import io.triglot.example.orders.Order;
import io.triglot.example.orders.OrderEvents;
import io.triglot.example.orders.OrderFilter;
import io.triglot.example.orders.OrderNotFound;
import io.triglot.example.orders.OrderService;
import io.triglot.example.orders.OrderStatus;
import io.triglot.example.orders.WrongOrderStatus;
import io.triglot.example.store.Database;
import io.triglot.example.users.CreateUserInput;
import io.triglot.example.users.JwtIssuer;
import io.triglot.example.users.JwtKey;
import io.triglot.example.users.User;
import io.triglot.example.users.UserService;
import io.triglot.runtime.CallContext;
import io.triglot.runtime.CallException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The services as plain Java objects; a subclass says over which database. */
abstract class ServicesTest {
  private static final CallContext ALICE = CalledBy.user("alice");
  private static final CallContext ROOT = CalledBy.admin();

  private Database database;
  private OrderEvents events;
  private InventoryService inventory;
  private NotificationService notifications;
  private ProductService products;
  private OrderService orders;
  private UserService users;

  /** The JDBC URL of a database without tables. */
  abstract String emptyDatabase() throws Exception;

  @BeforeEach
  void open() throws Exception {
    database = Database.open(emptyDatabase());
    events = new OrderEvents(database.signals());
    inventory = new InventoryService(database);
    notifications = new NotificationService(database);
    products = new ProductService(database, inventory);
    orders = new OrderService(database, inventory, events, notifications);
    users = new UserService(database, new JwtIssuer(JwtKey.of(RunningShop.SECRET)), notifications);
  }

  @AfterEach
  void close() {
    events.close();
    notifications.close();
    inventory.close();
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
    assertThat(orders.orders(ALICE)).isEmpty();
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
    Order order = orders.createOrder(new CreateOrderInput("2", 3), ALICE);

    assertThat(order.totalPrice()).isEqualByComparingTo("89.97");
    assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
    assertThat(products.product("2")).extracting(Product::stock).isEqualTo(97);
    assertThat(orders.orders(ALICE)).containsExactly(order);
  }

  @Test
  void changesNothingWhenAnOrderFails() {
    assertThatExceptionOfType(InsufficientStock.class)
        .isThrownBy(() -> orders.createOrder(new CreateOrderInput("1", 16), ALICE))
        .satisfies(
            error -> {
              assertThat(error.available()).isEqualTo(15);
              assertThat(error.requested()).isEqualTo(16);
            });
    assertThatExceptionOfType(InvalidQuantity.class)
        .isThrownBy(() -> orders.createOrder(new CreateOrderInput("1", 0), ALICE));
    assertThatExceptionOfType(ProductNotFound.class)
        .isThrownBy(() -> orders.createOrder(new CreateOrderInput("99", 1), ALICE));
    assertThat(products.product("1")).extracting(Product::stock).isEqualTo(15);
    assertThat(orders.orders(ALICE)).isEmpty();
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
  void keepsPiecesForATimeAndOnceTheyArePaidForEver() {
    Order unpaid = orders.createOrder(new CreateOrderInput("1", 10), ALICE);
    Order paid = orders.createOrder(new CreateOrderInput("1", 2), ALICE);
    orders.updateOrderStatus(paid.id(), OrderStatus.CONFIRMED, ALICE);
    Instant past = Database.now().minusSeconds(1);
    inventory.reserve(new Reservation(unpaid.id(), "1", 10, past)); // as if half an hour were over
    inventory.reserve(new Reservation(paid.id(), "1", 2, past)); // has no end any more
    assertThat(inventory.stock("1").available()).isEqualTo(3);

    products.showReleased();

    assertThat(inventory.stock("1").available()).isEqualTo(13);
    assertThat(products.product("1").stock()).isEqualTo(13);
    assertThat(orders.cancelOrder(unpaid.id(), null, ALICE).status())
        .isEqualTo(OrderStatus.CANCELLED);
    assertThat(products.product("1").stock()).isEqualTo(13); // it was put back once
    orders.cancelOrder(paid.id(), null, ALICE);
    assertThat(products.product("1").stock()).isEqualTo(15);
    assertThat(inventory.release(paid.id())).isNull();
  }

  @Test
  void takesPiecesAgainWhereTheyWereNotKeptLongEnough() {
    Order late = orders.createOrder(new CreateOrderInput("1", 10), ALICE);
    inventory.reserve(new Reservation(late.id(), "1", 10, Database.now().minusSeconds(1)));
    products.showReleased();
    Order other = orders.createOrder(new CreateOrderInput("1", 10), ALICE);

    assertThatExceptionOfType(InsufficientStock.class)
        .isThrownBy(() -> orders.updateOrderStatus(late.id(), OrderStatus.CONFIRMED, ALICE));
    assertThat(orders.order(late.id(), ALICE).status()).isEqualTo(OrderStatus.PENDING);
    orders.cancelOrder(other.id(), null, ALICE);
    orders.updateOrderStatus(late.id(), OrderStatus.CONFIRMED, ALICE);

    assertThat(products.product("1").stock()).isEqualTo(5);
  }

  @Test
  void takesProductsIn() {
    Product tea =
        products.createProduct(
            new CreateProductInput("Tea", new BigDecimal("3.50"), "accessories"));

    assertThat(tea.stock()).isZero();
    assertThatExceptionOfType(InsufficientStock.class)
        .isThrownBy(() -> orders.createOrder(new CreateOrderInput(tea.id(), 1), ALICE));
    assertThat(products.restock(tea.id(), 2).stock()).isEqualTo(2);
    orders.createOrder(new CreateOrderInput(tea.id(), 1), ALICE);
    assertThat(products.product(tea.id()).stock()).isEqualTo(1);
    assertThat(products.category(Set.of(tea)).get(tea).name()).isEqualTo("Accessories");
    assertThatExceptionOfType(CategoryNotFound.class)
        .isThrownBy(
            () -> products.createProduct(new CreateProductInput("Tea", BigDecimal.ONE, "tea")));
  }

  @Test
  void keepsTheStatusThatWasSet() {
    Order order = orders.createOrder(new CreateOrderInput("1", 1), ALICE);

    Order shipped = orders.updateOrderStatus(order.id(), OrderStatus.SHIPPED, ALICE);

    assertThat(shipped).isEqualTo(order.with(OrderStatus.SHIPPED));
    assertThat(orders.orders(ALICE)).containsExactly(shipped);
    assertThatExceptionOfType(OrderNotFound.class)
        .isThrownBy(() -> orders.updateOrderStatus("none", OrderStatus.SHIPPED, ALICE));
  }

  @Test
  void showsOrdersToWhomTheyConcern() {
    Order order = orders.createOrder(new CreateOrderInput("1", 1), ALICE);
    users.createUser(new CreateUserInput("bob", "Bob", "bob@shop.example", "a secret of Bob"));
    CallContext bob = CalledBy.user("bob");

    assertThat(orders.orders(ROOT)).containsExactly(order);
    assertThat(orders.orders(bob)).isEmpty();
    assertThat(orders.order(order.id(), ROOT)).isEqualTo(order);
    assertThatExceptionOfType(OrderNotFound.class).isThrownBy(() -> orders.order(order.id(), bob));
    assertThatExceptionOfType(OrderNotFound.class)
        .isThrownBy(() -> orders.cancelOrder(order.id(), null, bob));
    User alice = users.user("alice");
    User other = users.user("bob");
    assertThat(orders.orders(Set.of(alice, other), bob))
        .containsEntry(other, List.of())
        .containsEntry(alice, null);
    assertThat(orders.orders(Set.of(alice), ROOT)).containsEntry(alice, List.of(order));
  }

  @Test
  void shipsWhatIsPaidAndPutsBackWhatIsCalledOff() {
    Order order = orders.createOrder(new CreateOrderInput("1", 2), ALICE);

    assertThatExceptionOfType(WrongOrderStatus.class)
        .isThrownBy(() -> orders.shipOrder(order.id(), null, ROOT))
        .withMessage("An order that is PENDING cannot become SHIPPED");
    Order cancelled = orders.cancelOrder(order.id(), ExpectedVersion.of(1), ALICE);

    assertThat(cancelled).isEqualTo(order.with(OrderStatus.CANCELLED));
    assertThat(products.product("1")).extracting(Product::stock).isEqualTo(15);
    assertThatExceptionOfType(WrongOrderStatus.class)
        .isThrownBy(() -> orders.updateOrderStatus(order.id(), OrderStatus.CONFIRMED, ALICE));

    Order paid = orders.createOrder(new CreateOrderInput("1", 2), ALICE);
    orders.updateOrderStatus(paid.id(), OrderStatus.CONFIRMED, ALICE);
    assertThatExceptionOfType(CallException.class)
        .isThrownBy(() -> orders.shipOrder(paid.id(), ExpectedVersion.of(1), ROOT))
        .withMessage("The version is not the expected one any more");
    assertThat(orders.shipOrder(paid.id(), ExpectedVersion.of(2), ROOT).version()).isEqualTo(3);
    assertThatExceptionOfType(WrongOrderStatus.class)
        .isThrownBy(() -> orders.cancelOrder(paid.id(), null, ALICE));
    assertThat(products.product("1")).extracting(Product::stock).isEqualTo(13);
  }

  @Test
  void looksForOrdersPageByPage() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ids.add(0, orders.createOrder(new CreateOrderInput("2", 1), ALICE).id());
    }
    orders.cancelOrder(ids.get(1), null, ALICE);
    OrderFilter pending = new OrderFilter(List.of(OrderStatus.PENDING), null, null);

    Page<Order> first = orders.searchOrders(pending, PageRequest.first(3), ALICE);
    orders.createOrder(new CreateOrderInput("2", 1), ALICE); // which moves no cursor
    Page<Order> second =
        orders.searchOrders(pending, PageRequest.first(3).after(first.next().orElseThrow()), ALICE);
    Page<Order> back =
        orders.searchOrders(
            pending, PageRequest.last(2).before(second.previous().orElseThrow()), ALICE);

    assertThat(first.items())
        .extracting(Order::id)
        .containsExactly(ids.get(0), ids.get(2), ids.get(3));
    assertThat(second.items()).extracting(Order::id).containsExactly(ids.get(4));
    assertThat(second.next()).isEmpty();
    assertThat(back.items()).extracting(Order::id).containsExactly(ids.get(2), ids.get(3));
    Instant longAgo = Instant.parse("2024-01-01T00:00:00Z");
    assertThat(
            orders
                .searchOrders(new OrderFilter(null, null, longAgo), PageRequest.firstPage(), ROOT)
                .items())
        .isEmpty();
    assertThat(
            orders
                .searchOrders(new OrderFilter(null, longAgo, null), PageRequest.firstPage(), ROOT)
                .items())
        .hasSize(6);
  }

  @Test
  void findsTheProductsOfManyOrders() {
    Order laptop = orders.createOrder(new CreateOrderInput("1", 1), ALICE);
    Order mouse = orders.createOrder(new CreateOrderInput("2", 1), ALICE);
    Order mice = orders.createOrder(new CreateOrderInput("2", 2), ALICE);

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
            orders.createOrder(new CreateOrderInput("1", 1), ALICE);
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
      Received<Stock> changes = Received.of(inventory.stockChanges("1", 1L));
      for (int left = 14; left >= 0; left--) {
        assertThat(changes.next().available()).isEqualTo(left);
      }
      assertThat(orders.orders(ALICE)).hasSize(15);
      assertThat(notifications.notifications(PageRequest.last(50), ALICE).items())
          .extracting(Notification::number)
          .containsExactlyElementsOf(
              LongStream.rangeClosed(1, 15).map(n -> 16 - n).boxed().toList());
    } finally {
      buyers.shutdown();
    }
  }
}
