package io.triglot.example;

import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What can be set about a shop, from the environment and the command line.
 *
 * @param port the port of REST and GraphQL, 0 for any free one
 * @param grpcPort the port of gRPC, 0 for any free one
 * @param databaseUrl a JDBC URL of H2 or PostgreSQL
 * @param jwtSecret the secret that signs tokens, at least 32 bytes of it
 * @param paymentSecret the payment provider's, for its API and its signatures
 * @param payments where the payment provider is; if empty, the shop starts one of its own
 * @param adminPassword what root signs in with from now on; if empty, with what it was
 * @param processes whether inventory and notifications are processes of their own
 */
record ShopSettings(
    int port,
    int grpcPort,
    String databaseUrl,
    String jwtSecret,
    String paymentSecret,
    Optional<URI> payments,
    Optional<String> adminPassword,
    boolean processes) {
  static final String USAGE =
      """
      Options:
        --port N       port of REST and GraphQL, 0 for any free one (PORT, 8080)
        --grpc-port N  port of gRPC, 0 for any free one (GRPC_PORT, 9090)
        --processes    inventory and notifications are processes of their own
      Environment:
        SHOP_DB_URL      JDBC URL of PostgreSQL or H2 (an H2 database in memory);
                         with --processes, INVENTORY_DB_URL and NOTIFICATIONS_DB_URL, too
        SHOP_JWT_SECRET  secret of the tokens, at least 32 bytes (one for development)
        PROVIDER_URL     the payment provider (one of the shop's own)
        PROVIDER_SECRET  its secret (one for development)
        SHOP_PASSWORD    what root signs in with (nothing, until it is set once)
      """;

  /** For development only: whoever reads this can sign in as anybody. */
  static final String DEVELOPMENT_SECRET = "a secret for development, known to everybody";

  /**
   * Reads the settings; the command line precedes the environment.
   *
   * @throws IllegalArgumentException when they cannot be understood
   */
  static ShopSettings of(Map<String, String> environment, String... arguments) {
    String port = environment.getOrDefault("PORT", "8080");
    String grpcPort = environment.getOrDefault("GRPC_PORT", "9090");
    boolean processes = false;
    Iterator<String> given = List.of(arguments).iterator();
    while (given.hasNext()) {
      String option = given.next();
      switch (option) {
        case "--port" -> port = given.hasNext() ? given.next() : "";
        case "--grpc-port" -> grpcPort = given.hasNext() ? given.next() : "";
        case "--processes" -> processes = true;
        default -> throw new IllegalArgumentException("Unknown option " + option);
      }
    }
    return new ShopSettings(
        port(port),
        port(grpcPort),
        environment.getOrDefault("SHOP_DB_URL", embeddedDatabase()),
        environment.getOrDefault("SHOP_JWT_SECRET", DEVELOPMENT_SECRET),
        environment.getOrDefault("PROVIDER_SECRET", DEVELOPMENT_SECRET),
        Optional.ofNullable(environment.get("PROVIDER_URL")).map(URI::create),
        Optional.ofNullable(environment.get("SHOP_PASSWORD")),
        processes);
  }

  /** The URL of a new, empty database in memory. */
  static String embeddedDatabase() {
    return "jdbc:h2:mem:"
        + UUID.randomUUID()
        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // said below, as for a number out of range
    }
    throw new IllegalArgumentException("A port is a number from 0 to 65535, not \"" + text + "\"");
  }
}
