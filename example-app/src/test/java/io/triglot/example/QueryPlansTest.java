package io.triglot.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.triglot.ExpectedVersion;
import io.triglot.Page;
import io.triglot.PageRequest;
import io.triglot.Patch;
import io.triglot.example.answers.Forgetting;
import io.triglot.example.catalog.CreateProductInput;
import io.triglot.example.catalog.Product;
import io.triglot.example.catalog.ProductFilter;
import io.triglot.example.catalog.ProductService;
import io.triglot.example.inventory.InventoryService;
import io.triglot.example.inventory.Reservation;
import io.triglot.example.notifications.News;
import io.triglot.example.notifications.News.NewFollower;
import io.triglot.example.notifications.Notification;
import io.triglot.example.notifications.NotificationService;
import io.triglot.example.notifications.Outbox;
import io.triglot.example.orders.CreateOrderInput;
import io.triglot.example.orders.Order;
import io.triglot.example.orders.OrderEvents;
import io.triglot.example.orders.OrderFilter;
import io.triglot.example.orders.OrderService;
import io.triglot.example.orders.OrderStatus;
import io.triglot.example.payments.Payment;
import io.triglot.example.payments.PaymentProvider;
import io.triglot.example.payments.PaymentService;
import io.triglot.example.payments.PaymentsUnavailable;
import io.triglot.example.posts.Post;
import io.triglot.example.posts.PostService;
import io.triglot.example.provider.Charge;
import io.triglot.example.provider.ChargeStatus;
import io.triglot.example.provider.WebhookSignature;
import io.triglot.example.store.Database;
import io.triglot.example.users.CreateUserInput;
import io.triglot.example.users.JwtIssuer;
import io.triglot.example.users.JwtKey;
import io.triglot.example.users.Role;
import io.triglot.example.users.User;
import io.triglot.example.users.UserPatch;
import io.triglot.example.users.UserService;
import io.triglot.runtime.CallContext;
import io.triglot.runtime.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An index serves each query that the API can make; a subclass says of which database. */
abstract class QueryPlansTest {
  private static final CallContext ALICE = CalledBy.user("alice");
  private static final CallContext ROOT = CalledBy.admin();
  private static final PageRequest FIRST = PageRequest.first(2);

  private Database database;
  private Connection connection;

  /** The JDBC URL of a database without tables. */
  abstract String emptyDatabase() throws Exception;

  /** The numbers from 1 to 2,000, as column {@code n}. */
  abstract String numbers();

  /** Explains a statement whose parameters have no values. */
  abstract String explain(Statement statement, String sql) throws SQLException;

  /** Whether a plan reads the whole of a table. */
  abstract boolean readsAll(String plan);

  @BeforeEach
  void open() throws Exception {
    String url = emptyDatabase();
    database = Database.open(url);
    connection = DriverManager.getConnection(url);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    database.close();
  }

  @Test
  void haveAnIndexForEachQuery() throws Exception {
    Statements statements = Statements.of(database);
    callEverything();
    List<String> asked = statements.take().stream().distinct().toList();

    assertThat(asked).hasSizeGreaterThan(40);
    try (Statement statement = connection.createStatement()) {
      fill(statement);
      for (String sql : asked) {
        if (!sql.startsWith("insert") && !sql.startsWith("select nextval")) {
          String plan = explain(statement, sql);
          assertThat(readsAll(plan)).as(sql + "\n" + plan).isFalse();
        }
      }
    }
  }

  private void callEverything() throws IOException {
    InventoryService inventory = new InventoryService(database);
    ProductService products = new ProductService(database, inventory);
    NotificationService notifications = new NotificationService(database);
    UserService users =
        new UserService(database, new JwtIssuer(JwtKey.of(RunningShop.SECRET)), notifications);
    PostService posts = new PostService(database, notifications);
    try (notifications;
        inventory;
        OrderEvents events = new OrderEvents(database.signals())) {
      OrderService orders = new OrderService(database, inventory, events, notifications);
      BigDecimal price = new BigDecimal("20");
      products.products(price, null);
      products.products(null, price);
      products.products(price, price);
      Product product = products.product("1");
      products.category(Set.of(product));
      for (ProductFilter filter :
          List.of(
              new ProductFilter(null, null, null, null),
              new ProductFilter("l", null, null, null),
              new ProductFilter(null, "computers", null, price),
              new ProductFilter("l", "computers", price, null))) {
        everyPage(page -> products.searchProducts(filter, page));
      }
      products.setProductImage("1", Upload.of("image/png", png()));
      products.productImage("1");
      products.restock("1", 1);
      products.createProduct(new CreateProductInput("Tea", price, "accessories"));
      inventory.stock("1");
      inventory.reserve(new Reservation("r", "1", 1, Instant.now()));
      products.showReleased();
      Received.of(inventory.stockChanges("1", 1L)).next();

      users.createUser(new CreateUserInput("bob", "Bob", "bob@shop.example", "a secret of Bob"));
      users.signIn("bob", "a secret of Bob");
      everyPage(users::users);
      User alice = users.me(ALICE);
      users.patchUser(
          "bob",
          new UserPatch(Patch.of("Robert"), Patch.absent()),
          ExpectedVersion.any(),
          CalledBy.user("bob"));
      users.setUserRole("bob", Role.ADMIN, ExpectedVersion.any());
      users.follow("alice", ROOT);
      users.follow("alice", CalledBy.user("bob"));
      users.unfollow("alice", ROOT);
      everyPage(page -> users.followers(Set.of(alice), page).get(alice));
      users.deleteUser("bob");

      Order order = orders.createOrder(new CreateOrderInput("1", 1), ALICE);
      orders.updateOrderStatus(order.id(), OrderStatus.CONFIRMED, ALICE);
      orders.shipOrder(order.id(), null, ROOT);
      orders.cancelOrder(orders.createOrder(new CreateOrderInput("2", 1), ALICE).id(), null, ALICE);
      orders.createOrder(new CreateOrderInput("2", 1), ALICE);
      orders.order(order.id(), ALICE);
      orders.orders(ALICE);
      orders.orders(Set.of(alice), ALICE);
      orders.product(Set.of(order));
      orders.user(Set.of(order));
      Instant then = Instant.parse("2024-01-01T00:00:00Z");
      List<OrderStatus> status = List.of(OrderStatus.values());
      for (CallContext caller : List.of(ALICE, ROOT)) {
        for (OrderFilter filter :
            List.of(
                new OrderFilter(null, null, null),
                new OrderFilter(status, null, null),
                new OrderFilter(status, then, null),
                new OrderFilter(null, then, Instant.now()),
                new OrderFilter(null, null, Instant.now()))) {
          everyPage(page -> orders.searchOrders(filter, page, caller));
        }
      }

      PaymentService payments =
          new PaymentService(database, orders, new PaymentProvider(RunningShop.SECRET));
      orders.cancelOrder(pay(payments, orders).id(), null, ALICE);
      assertThatExceptionOfType(PaymentsUnavailable.class).isThrownBy(payments::giveBack);

      Post post = posts.createPost("a post", ALICE);
      posts.createPost("another", ALICE);
      posts.createPost("a third", ALICE);
      posts.author(Set.of(post));
      posts.commentAuthor(Set.of(posts.commentPost(post.id(), "a comment", ROOT)));
      everyPage(posts::posts);
      everyPage(page -> posts.posts(Set.of(alice), page).get(alice));
      everyPage(page -> posts.comments(Set.of(post), page).get(post));

      everyPage(page -> notifications.notifications(page, ALICE));
      notifications.markNotificationsRead(2, ALICE);
      notifications.unread(List.of("alice"));
      inventory.reservations(List.of("r"));
      deliver(notifications, new NewFollower("root"));
      deliver(notifications, null);
      Received<Notification> received = Received.of(notifications.notificationEvents(null, ALICE));
      orders.createOrder(new CreateOrderInput("2", 1), ALICE);
      assertThat(received.next().number()).isGreaterThan(2);
    }
    Forgetting.forget(database, Instant.now());
  }

  /** By way of an outbox, as where the notifications are elsewhere. */
  private void deliver(NotificationService notifications, @Nullable News news) {
    try (Outbox outbox = Outbox.begin(database, notifications::deliver);
        Received<Notification> received =
            Received.of(notifications.notificationEvents(null, CalledBy.user("carol")))) {
      if (news == null) {
        database.doInTransaction(tx -> outbox.forget(tx, "carol"));
      } else {
        database.doInTransaction(tx -> outbox.tell(tx, "carol", news));
        assertThat(received.next().news()).isEqualTo(news);
      }
    }
  }

  /** As if the provider had failed to answer, but had got the request. */
  private static Order pay(PaymentService payments, OrderService orders) {
    Order order = orders.createOrder(new CreateOrderInput("2", 1), ALICE);
    assertThatExceptionOfType(PaymentsUnavailable.class)
        .isThrownBy(() -> payments.payOrder(order.id(), "a card", ALICE));
    Payment payment = payments.payments(Set.of(order)).get(order).get(0);
    byte[] body = {};
    payments.chargeDecided(
        new Charge("1", payment.id(), payment.amount(), ChargeStatus.SUCCEEDED),
        WebhookSignature.of(body, RunningShop.SECRET, Instant.now()),
        new CalledBy(Optional.empty(), body));
    assertThat(orders.order(order.id(), ALICE).status()).isEqualTo(OrderStatus.CONFIRMED);
    return order;
  }

  private static byte[] png() throws IOException {
    try (InputStream image = QueryPlansTest.class.getResourceAsStream("/laptop.png")) {
      return image.readAllBytes();
    }
  }

  /** A list that is read page by page. */
  private interface Pages {
    Page<?> page(PageRequest page);
  }

  private static void everyPage(Pages pages) {
    pages.page(FIRST).next().ifPresent(place -> pages.page(FIRST.after(place)));
    pages
        .page(PageRequest.last(2))
        .previous()
        .ifPresent(place -> pages.page(PageRequest.last(2).before(place)));
  }

  /** So much that an index is worth it. */
  private void fill(Statement statement) throws SQLException {
    for (String sql :
        List.of(
            "insert into users (id, name, email, role, password_hash, created_at, version)"
                + " select 'u' || n, 'User', 'u' || n || '@shop.example', 'CUSTOMER', '',"
                + " current_timestamp, 1 from {numbers}",
            "insert into products (id, name, price, stock, created_at)"
                + " select 'p' || n, 'Product', n, n, current_timestamp from {numbers}",
            "update products set search_name = lower(name)",
            "insert into orders (id, product_id, quantity, total_price, status, created_at,"
                + " user_id, version) select 'o' || n, 'p' || n, 1, n, 'PENDING',"
                + " current_timestamp, 'u' || n, 1 from {numbers}",
            "insert into payments (id, order_id, amount, status, created_at)"
                + " select 'y' || n, 'o' || n, n, 'SUCCEEDED', current_timestamp from {numbers}",
            "insert into followers (user_id, follower_id, created_at)"
                + " select 'u' || n, 'u1', current_timestamp from {numbers}",
            "insert into posts (id, author_id, text, created_at)"
                + " select 'q' || n, 'u' || n, 'text', current_timestamp from {numbers}",
            "insert into comments (id, post_id, author_id, text, created_at)"
                + " select 'c' || n, 'q' || n, 'u1', 'text', current_timestamp from {numbers}",
            "insert into stock (product_id, available, number, changed_at)"
                + " select 'p' || n, n, 1, current_timestamp from {numbers}",
            "insert into stock_changes (product_id, number, available, changed_at)"
                + " select 'p' || n, 1, n, current_timestamp from {numbers}",
            "insert into reservations (id, product_id, quantity, ends_at)"
                + " select 'o' || n, 'p' || n, 1, current_timestamp from {numbers}",
            "insert into outbox (id, user_id, news, created_at)"
                + " select 'd' || n, 'u1', '{}', current_timestamp from {numbers}",
            "insert into inboxes (user_id, latest) select 'u' || n, 1 from {numbers}",
            "insert into notifications (user_id, number, news, created_at, seen)"
                + " select 'u' || n, 1, '{}', current_timestamp, false from {numbers}",
            "insert into remembered_answers (caller, operation, idempotency_key, fingerprint,"
                + " answer) select 'u1', 'OrderService.createOrder', 'k' || n, '', '{}'"
                + " from {numbers}")) {
      statement.execute(sql.replace("{numbers}", numbers()));
    }
    statement.execute("analyze");
  }
}
