package io.triglot.example.orders;

import io.triglot.ApiBatch;
import io.triglot.ApiOperation;
import io.triglot.ExpectedVersion;
import io.triglot.Page;
import io.triglot.PageRequest;
import io.triglot.example.catalog.Product;
import io.triglot.example.catalog.ProductNotFound;
import io.triglot.example.catalog.ProductRepository;
import io.triglot.example.inventory.InsufficientStock;
import io.triglot.example.inventory.InvalidQuantity;
import io.triglot.example.inventory.Inventory;
import io.triglot.example.notifications.News.OrderChanged;
import io.triglot.example.notifications.News.PaymentDecided;
import io.triglot.example.notifications.Notifier;
import io.triglot.example.payments.PaymentRepository;
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
  private final OrderedPieces pieces;
  private final OrderEvents events;
  private final Notifier notifications;

  /** Orders of what is in an inventory; their changes are published, and told to their users. */
  public OrderService(
      Database database, Inventory inventory, OrderEvents events, Notifier notifications) {
    this.database = database;
    pieces = new OrderedPieces(inventory);
    this.events = events;
    this.notifications = notifications;
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
   * Places an order, for which its pieces are kept for half an hour.
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
      throws OrderNotFound, WrongOrderStatus, InsufficientStock {
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
   * Calls an order off that has not been shipped, puts its pieces back into the stock, and gives
   * back what was paid. While the payment is under way, that has to be waited for.
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
      throws OrderNotFound, WrongOrderStatus, InsufficientStock {
    Order order = lock(tx, orderId, context);
    return order.status() == OrderStatus.PAYING ? order : move(tx, order, OrderStatus.PAYING);
  }

  /** Ends the payment of an order, which is confirmed if it is paid. */
  public void endPayment(Handle tx, String orderId, boolean paid) {
    Order order = new OrderRepository(tx).lock(orderId).orElseThrow();
    notifications.tell(tx, order.userId(), new PaymentDecided(orderId, paid));
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

  private Order place(Handle tx, CreateOrderInput input, String userId) {
    Product product =
        new ProductRepository(tx)
            .find(input.productId())
            .orElseThrow(() -> new ProductNotFound("productId"));
    int quantity = input.quantity();
    InvalidQuantity.check(quantity); // not @Positive: clients of the sample read invalidArgs
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
    pieces.keep(tx, order);
    orders.insert(order);
    return order;
  }

  /** The order, if the caller may see it, which nobody else changes until the transaction ends. */
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
    Order moved = order.with(status);
    if (status != order.status() && !(order.status().isPaid() && status.isPaid())) {
      pieces.keep(tx, moved);
    }
    if (status == OrderStatus.CANCELLED) {
      new PaymentRepository(tx).refund(order.id());
    }
    new OrderRepository(tx).update(moved);
    publish(tx, new OrderEvent(moved, order.status(), Database.now()));
    return moved;
  }

  /** Tells of an event as soon as the transaction is committed. */
  private void publish(Handle tx, OrderEvent event) {
    Order order = event.order();
    events.publish(tx, event);
    if (order.status() != event.previousStatus()) {
      notifications.tell(tx, order.userId(), new OrderChanged(order.id(), order.status()));
    }
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
