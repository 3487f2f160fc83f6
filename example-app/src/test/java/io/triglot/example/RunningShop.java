package io.triglot.example;

import static java.time.temporal.ChronoUnit.HOURS;

import io.triglot.example.users.JwtIssuer;
import io.triglot.example.users.JwtKey;
import io.triglot.server.TriglotServer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A shop of its own for each test, on free ports, with the database in memory or the given one. */
final class RunningShop implements BeforeEachCallback, AfterEachCallback {
  static final String SECRET = "a secret of the tests that is long enough";
  private static final JwtIssuer ISSUER = new JwtIssuer(JwtKey.of(SECRET));

  /** Where the shop's data lie. */
  @FunctionalInterface
  interface EmptyDatabase {
    String url() throws Exception;
  }

  private final EmptyDatabase database;
  private final Consumer<TriglotServer.Builder> further;
  private final boolean processes;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private ShopSettings settings;
  private Shop shop;

  RunningShop() {
    this(ShopSettings::embeddedDatabase, server -> {}, false);
  }

  RunningShop(EmptyDatabase database) {
    this(database, server -> {}, false);
  }

  /** A shop whose server is set further. */
  RunningShop(Consumer<TriglotServer.Builder> further) {
    this(ShopSettings::embeddedDatabase, further, false);
  }

  private RunningShop(
      EmptyDatabase database, Consumer<TriglotServer.Builder> further, boolean processes) {
    this.database = database;
    this.further = further;
    this.processes = processes;
  }

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    settings = settings(database.url());
    shop = Shop.open(settings, further);
    open.push(shop);
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }

  /** A shop whose inventory and notifications are processes of their own. */
  static RunningShop inProcesses() {
    return new RunningShop(ShopSettings::embeddedDatabase, server -> {}, true);
  }

  private ShopSettings settings(String databaseUrl) {
    return new ShopSettings(
        0, 0, databaseUrl, SECRET, SECRET, Optional.empty(), Optional.empty(), processes);
  }

  Shop shop() {
    return shop;
  }

  /** What the shop prints when it opens. */
  String welcome() {
    return Welcome.text(shop.port(), shop.grpcPort(), settings);
  }

  /** A client without a token. */
  ShopClient anonymous(Wire wire) {
    return closedAtTheEnd(wire.connect(shop, Optional.empty()));
  }

  /** A client of a user without a role of ours. */
  ShopClient customer(Wire wire) {
    return closedAtTheEnd(wire.connect(shop, Optional.of(token("alice", "customer"))));
  }

  /** A client of a user who may restock. */
  ShopClient admin(Wire wire) {
    return closedAtTheEnd(wire.connect(shop, Optional.of(token("root", "admin"))));
  }

  /** A token that is good for an hour. */
  static String token(String subject, String... roles) {
    return ISSUER.issue(subject, List.of(roles), Instant.now().plus(1, HOURS));
  }

  /** A token that was good until an hour ago. */
  static String expiredToken(String subject) {
    return ISSUER.issue(subject, List.of(), Instant.now().minus(1, HOURS));
  }

  <T extends AutoCloseable> T closedAtTheEnd(T resource) {
    open.push(resource);
    return resource;
  }
}
