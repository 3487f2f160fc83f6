package io.triglot.example;

import io.triglot.example.inventory.InventoryService;
import io.triglot.example.notifications.NotificationService;
import io.triglot.example.store.Database;
import io.triglot.example.users.JwtKey;
import io.triglot.runtime.security.JwtAuthenticator;
import io.triglot.server.TriglotServer;
import java.io.IOException;
import java.util.Locale;

/** A part of the shop as a process of its own: its inventory, or its notifications. */
final class PartServer {
  static final String INVENTORY = "inventory";
  static final String NOTIFICATIONS = "notifications";

  private PartServer() {}

  /**
   * Starts it, and ends with the process that has started it.
   *
   * @param arguments which part; its database is in {@code INVENTORY_DB_URL} or {@code
   *     NOTIFICATIONS_DB_URL}, the secret of the tokens in {@code SHOP_JWT_SECRET}
   */
  public static void main(String... arguments) throws IOException {
    String part = arguments[0];
    String url = System.getenv(part.toUpperCase(Locale.ROOT) + "_DB_URL");
    try (Database database = Database.open(url == null ? ShopSettings.embeddedDatabase() : url);
        InventoryService inventory = new InventoryService(database);
        NotificationService notifications = new NotificationService(database);
        TriglotServer server =
            TriglotServer.builder()
                .service(part.equals(INVENTORY) ? inventory : notifications)
                .authenticator(
                    JwtAuthenticator.secret(JwtKey.of(System.getenv("SHOP_JWT_SECRET"))).build())
                .readiness("database", database::answers)
                .host("127.0.0.1")
                .port(0)
                .grpcPort(0)
                .start()) {
      System.out.println("The part " + part + " is at 127.0.0.1:" + server.grpcPort());
      while (System.in.read() >= 0) {
        // until whoever has started it is gone
      }
    }
  }
}
