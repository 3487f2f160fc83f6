package io.triglot.example.orders;

import io.triglot.ApiBatch;
import io.triglot.ApiOperation;
import io.triglot.ExpectedVersion;
import io.triglot.Page;
import io.triglot.PageRequest;
import io.triglot.example.catalog.InsufficientStock;
import io.triglot.example.catalog.InvalidQuantity;
import io.triglot.example.catalog.Product;
import io.triglot.example.catalog.ProductNotFound;
import io.triglot.example.catalog.ProductRepository;
import io.triglot.example.store.Database;
import io.triglot.example.store.Lookup;
import io.triglot.example.users.User;
import io.triglot.example.users.UserNotFound;
import io.triglot.example.users.UserRepository;
import io.triglot.runtime.CallContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Orders, for signed-in callers: placing them, following them, moving them on. Customers see their
 * own, admins those of everybody.
 */
@RolesAllowed("**")
public class OrderService {
  private final Database database;
  private final OrderEvents events;

  /** Orders in the shop's database, whose changes are published as events. */
  public OrderService(Database database, OrderEvents events) {
    this.database = database;
    this.events = events;
  }

  /** Lists the caller's orders, all of them for an admin, the oldest first. */
  @ApiOperation(expand = true)
  public List<Order> orders(CallContext context) {
    return database.inTransaction(
        tx -> {
          OrderRepository orders = new OrderRepository(tx);
          return whose(context)
              .map(user -> orders.ofUsers(Set.of(user)).getOrDefault(user, List.of()))
              .orElseGet(orders::all);
        });
  }

  /**
   * Looks for orders, the latest first.
   *
   * @param filter which ones
   * @param page which page of them
   */
  @ApiOperation(value = "GET /orders/search", expand = true, sparse = true)
  public Page<Order> searchOrders(
      @BeanParam OrderFilter filter, PageRequest page, CallContext context) {
    return database.inTransaction(tx -> new OrderRepository(tx).page(whose(context), filter, page));
  }

  /**
   * Finds an order.
   *
   * @param orderId the order's id
   */
  @ApiOperation
  public Order order(String orderId, CallContext context) throws OrderNotFound {
    return database
        .inTransaction(tx -> new OrderRepository(tx).find(orderId))
        .filter(order -> isVisible(order.userId(), context))
        .orElseThrow(OrderNotFound::new);
  }

  /**
   * Places an order and takes its pieces out of the product's stock.
   *
   * @param input the product and the number of pieces
   */
  @ApiOperation
  public Order createOrder(CreateOrderInput input, CallContext context)
      throws ProductNotFound, InvalidQuantity, InsufficientStock, UserNotFound {
    return database.inTransaction(
        tx -> {
          User user =
              new UserRepository(tx)
                  .find(context.requireCaller().name())
                  .orElseThrow(UserNotFound::new);
          Order order = place(tx, input, user.id());
          publish(tx, new OrderEvent(order, null, order.createdAt()));
          return order;
        });
  }

  /**
   * Sets how far an order has come. It only goes forward.
   *
   * @param orderId the order's id
   * @param status the new status
   * @return the order with its new status
   */
  @ApiOperation
  public Order updateOrderStatus(String orderId, OrderStatus status, CallContext context)
      throws OrderNotFound, WrongOrderStatus {
    return database.inTransaction(
        tx -> {
          Order order = lock(tx, orderId, context);
          if (order.status() == OrderStatus.PAYING || status == OrderStatus.PAYING) {
            throw new WrongOrderStatus(order.status(), status); // that is the payment's business
          }
          return move(tx, order, status);
        });
  }

  /**
   * Sends a paid order on its way.
   *
   * @param orderId the order's id
   * @param expected the version that the caller has seen
   */
  @ApiOperation
  @RolesAllowed("admin")
  public Order shipOrder(String orderId, @Nullable ExpectedVersion expected, CallContext context)
      throws OrderNotFound, WrongOrderStatus {
    return database.inTransaction(
        tx -> {
          Order order = lock(tx, orderId, context);
          require(order, expected);
          if (order.status() != OrderStatus.CONFIRMED) {
            throw new WrongOrderStatus(order.status(), OrderStatus.SHIPPED);
          }
          return move(tx, order, OrderStatus.SHIPPED);
        });
  }

  /**
   * Calls an order off that has not been shipped, and puts its pieces back into the stock.
   *
   * @param orderId the order's id
   * @param expected the version that the caller has seen
   */
  @ApiOperation
  public Order cancelOrder(String orderId, @Nullable ExpectedVersion expected, CallContext context)
      throws OrderNotFound, WrongOrderStatus {
    return database.inTransaction(
        tx -> {
          Order order = lock(tx, orderId, context);
          require(order, expected);
          return move(tx, order, OrderStatus.CANCELLED);
        });
  }

  /**
   * Begins with the payment of an order, which nothing else happens to until it has ended.
   *
   * @return the order, whose payment may be under way already
   */
  public Order beginPayment(Handle tx, String orderId, CallContext context)
      throws OrderNotFound, WrongOrderStatus {
    Order order = lock(tx, orderId, context);
    return order.status() == OrderStatus.PAYING ? order : move(tx, order, OrderStatus.PAYING);
  }

  /** Ends the payment of an order, which is confirmed if it is paid. */
  public void endPayment(Handle tx, String orderId, boolean paid) {
    Order order = new OrderRepository(tx).lock(orderId).orElseThrow();
    move(tx, order, paid ? OrderStatus.CONFIRMED : OrderStatus.PENDING);
  }

  /** Tells of every order that is placed or gets a status from now on, as far as it is visible. */
  @ApiOperation
  public Flow.Publisher<OrderEvent> orderEvents(CallContext context) {
    return events.of(event -> isVisible(event.order().userId(), context));
  }

  /** The product that was ordered. */
  @ApiBatch
  public Map<Order, Product> product(Set<Order> orders) {
    return Lookup.ofEach(
        database, orders, Order::productId, (tx, ids) -> new ProductRepository(tx).findAll(ids));
  }

  /** Who placed the order. */
  @ApiBatch
  public Map<Order, User> user(Set<Order> orders) {
    return Lookup.ofEach(
        database, orders, Order::userId, (tx, ids) -> new UserRepository(tx).findAll(ids));
  }

  /** What the user has ordered, the oldest first; null for whom it does not concern. */
  @ApiBatch
  public Map<User, @Nullable List<Order>> orders(Set<User> users, CallContext context) {
    Set<String> visible =
        users.stream()
            .map(User::id)
            .filter(id -> isVisible(id, context))
            .collect(Collectors.toSet());
    return database.inTransaction(
        tx -> {
          Map<String, List<Order>> orders = new OrderRepository(tx).ofUsers(visible);
          Map<User, @Nullable List<Order>> found = new HashMap<>();
          for (User user : users) {
            found.put(
                user,
                visible.contains(user.id()) ? orders.getOrDefault(user.id(), List.of()) : null);
          }
          return found;
        });
  }

  private static Order place(Handle tx, CreateOrderInput input, String userId) {
    ProductRepository products = new ProductRepository(tx);
    Product product =
        products.lock(input.productId()).orElseThrow(() -> new ProductNotFound("productId"));
    int quantity = input.quantity();
    InvalidQuantity.check(quantity); // not @Positive: clients of the sample read invalidArgs
    if (product.stock() < quantity) {
      throw new InsufficientStock(product.stock(), quantity);
    }
    products.setStock(product, product.stock() - quantity);
    OrderRepository orders = new OrderRepository(tx);
    Order order =
        new Order(
            orders.nextId(),
            product.id(),
            quantity,
            product.price().multiply(BigDecimal.valueOf(quantity)),
            OrderStatus.PENDING,
            Database.now(),
            userId,
            1);
    orders.insert(order);
    return order;
  }

  /**
   * The order, if the caller may see it, which no other transaction changes until this one ends.
   */
  private static Order lock(Handle tx, String orderId, CallContext context) {
    return new OrderRepository(tx)
        .lock(orderId)
        .filter(order -> isVisible(order.userId(), context))
        .orElseThrow(OrderNotFound::new);
  }

  private static void require(Order order, @Nullable ExpectedVersion expected) {
    if (expected != null) {
      expected.require(order.version());
    }
  }

  /** Gives a locked order another status. */
  private Order move(Handle tx, Order order, OrderStatus status) {
    if (!order.status().mayBecome(status)) {
      throw new WrongOrderStatus(order.status(), status);
    }
    if (status == OrderStatus.CANCELLED) {
      ProductRepository products = new ProductRepository(tx);
      Product product = products.lock(order.productId()).orElseThrow();
      products.setStock(product, product.stock() + order.quantity());
    }
    Order moved = order.with(status);
    new OrderRepository(tx).update(moved);
    publish(tx, new OrderEvent(moved, order.status(), Database.now()));
    return moved;
  }

  /** Publishes an event as soon as the transaction is committed. */
  private void publish(Handle tx, OrderEvent event) {
    tx.afterCommit(() -> events.publish(event));
  }

  /** Whose orders the caller sees; everybody's where it is empty. */
  private static Optional<String> whose(CallContext context) {
    return context.hasRole("admin")
        ? Optional.empty()
        : Optional.of(context.requireCaller().name());
  }

  private static boolean isVisible(String userId, CallContext context) {
    return whose(context).map(userId::equals).orElse(true);
  }
}
