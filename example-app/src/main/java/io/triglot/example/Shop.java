package io.triglot.example;

import io.triglot.example.answers.Forgetting;
import io.triglot.example.answers.RememberedAnswers;
import io.triglot.example.catalog.ProductService;
import io.triglot.example.front.Front;
import io.triglot.example.orders.OrderEvents;
import io.triglot.example.orders.OrderService;
import io.triglot.example.payments.PaymentProvider;
import io.triglot.example.payments.PaymentService;
import io.triglot.example.posts.PostService;
import io.triglot.example.provider.ProviderServer;
import io.triglot.example.store.Database;
import io.triglot.example.store.Repeated;
import io.triglot.example.users.JwtIssuer;
import io.triglot.example.users.JwtKey;
import io.triglot.example.users.UserService;
import io.triglot.runtime.Api;
import io.triglot.runtime.grpc.ForwardedFailures;
import io.triglot.runtime.idempotency.IdempotencyKeys;
import io.triglot.runtime.security.JwtAuthenticator;
import io.triglot.server.TriglotServer;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.crypto.SecretKey;

/** The shop, open: its services on REST, GraphQL and gRPC, over its database. */
public final class Shop implements AutoCloseable {
  private final Database database;
  private final PaymentProvider payments;
  private final Map<String, ChildProcess> processes;
  private final TriglotServer server;
  private final List<Runnable> closings;

  private Shop(
      Database database,
      PaymentProvider payments,
      Map<String, ChildProcess> processes,
      TriglotServer server,
      List<Runnable> closings) {
    this.database = database;
    this.payments = payments;
    this.processes = processes;
    this.server = server;
    this.closings = closings;
  }

  /**
   * Opens the shop.
   *
   * @throws IllegalArgumentException when the settings cannot be used
   * @throws UncheckedIOException when a port is not free
   */
  static Shop open(ShopSettings settings) {
    return open(settings, server -> {});
  }

  /** As {@link #open(ShopSettings)}, with a server that is set further. */
  static Shop open(ShopSettings settings, Consumer<TriglotServer.Builder> further) {
    SecretKey key = JwtKey.of(settings.jwtSecret());
    Database database = Database.open(settings.databaseUrl());
    OrderEvents events = new OrderEvents(database.signals());
    JwtIssuer tokens = new JwtIssuer(key);
    Parts parts =
        settings.processes()
            ? Parts.elsewhere(database, tokens, settings.jwtSecret())
            : Parts.here(database);
    UserService users = new UserService(database, tokens, parts.notifier());
    settings.adminPassword().ifPresent(password -> users.setPassword("root", password));
    ProductService products = new ProductService(database, parts.inventory());
    OrderService orders = new OrderService(database, parts.inventory(), events, parts.notifier());
    PaymentProvider payments = new PaymentProvider(settings.paymentSecret());
    settings.payments().ifPresent(payments::at);
    PaymentService paying = new PaymentService(database, orders, payments);
    TriglotServer.Builder builder =
        TriglotServer.builder()
            .service(products)
            .service(parts.inventory())
            .service(orders)
            .service(paying)
            .service(users)
            .service(new PostService(database, parts.notifier()))
            .service(parts.ownNotifications())
            .service(new Front(parts.inventory(), parts.notifications(), payments))
            .authenticator(JwtAuthenticator.secret(key).build())
            .interceptor(IdempotencyKeys.of(new RememberedAnswers(database)))
            .interceptor(ForwardedFailures.OUTAGES)
            .readiness("database", database::answers)
            .port(settings.port())
            .grpcPort(settings.grpcPort());
    further.accept(builder);
    TriglotServer server = builder.start();
    Repeated forgetting =
        Repeated.every(
            Duration.ofMinutes(10),
            "shop-forgetting",
            () -> Forgetting.forget(database, Instant.now()));
    Repeated releasing =
        Repeated.every(Duration.ofSeconds(10), "shop-releasing", products::showReleased);
    Repeated refunding = Repeated.every(Duration.ofSeconds(2), "shop-refunding", paying::giveBack);
    List<Runnable> closings = new ArrayList<>();
    closings.add(events::close);
    closings.add(parts.streams());
    closings.add(server::close);
    closings.add(forgetting::close);
    closings.add(releasing::close);
    closings.add(refunding::close);
    closings.addAll(parts.closings());
    closings.add(database::close);
    return new Shop(database, payments, parts.processes(), server, closings);
  }

  /** What the shop offers. */
  Api api() {
    return server.api();
  }

  /** What it keeps its data in. */
  Database database() {
    return database;
  }

  /** Where the payment provider tells what has become of charges. */
  URI webhook() {
    return server.uri().resolve("/webhooks/charges");
  }

  /** Says where the payment provider is. */
  void paymentsAt(URI provider) {
    payments.at(provider);
  }

  /** The process of a part that has one of its own. */
  ChildProcess process(String part) {
    return Objects.requireNonNull(processes.get(part), part);
  }

  /** The port of REST and GraphQL. */
  int port() {
    return server.port();
  }

  /** The port of gRPC. */
  int grpcPort() {
    return server.grpcPort();
  }

  /** Ends the event streams, lets running calls finish, and closes the database. */
  @Override
  public void close() {
    closings.forEach(Runnable::run);
  }

  /** Opens the shop, prints how to call it, and closes it when the process is asked to end. */
  public static void main(String... arguments) {
    try {
      ShopSettings settings = ShopSettings.of(System.getenv(), arguments);
      Shop shop = open(settings);
      Runtime.getRuntime().addShutdownHook(new Thread(shop::close, "shop-close"));
      if (settings.payments().isEmpty()) {
        ChildProcess provider = provider(shop.webhook(), settings.paymentSecret());
        Runtime.getRuntime().addShutdownHook(new Thread(provider::close, "provider-close"));
        shop.paymentsAt(URI.create(provider.address()));
      }
      System.out.println(Welcome.text(shop.port(), shop.grpcPort(), settings));
    } catch (IllegalArgumentException mistake) {
      System.err.println(mistake.getMessage() + "\n\n" + ShopSettings.USAGE);
      System.exit(2);
    } catch (UncheckedIOException failed) {
      System.err.println(Objects.requireNonNull(failed.getCause()).getMessage());
      System.exit(1);
    }
  }

  /** Starts a payment provider for development. */
  static ChildProcess provider(URI webhook, String secret) {
    return ChildProcess.start(
        ProviderServer.class, Map.of("PROVIDER_SECRET", secret), "0", webhook.toString());
  }
}
