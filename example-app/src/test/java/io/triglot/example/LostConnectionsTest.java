package io.triglot.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A thousand orders on all protocols at once, over connections that are cut at random; a subclass
 * says over which database.
 */
@Timeout(300)
abstract class LostConnectionsTest {
  private static final int ORDERS = 1_000;
  private static final int RESTOCKED = 1_300;
  private static final Wire[] WIRES = {Wire.REST, Wire.GRAPHQL, Wire.GRPC};

  @RegisterExtension final RunningShop shop = new RunningShop(this::remembered);

  private String url;

  /** The JDBC URL of a database without tables. */
  abstract String emptyDatabase() throws Exception;

  private String remembered() throws Exception {
    url = emptyDatabase();
    return url;
  }

  @Test
  void placesEachOrderOnceAndNeverSellsMoreThanThereIs() throws Exception {
    int stock = shop.admin(Wire.REST).restock("2", RESTOCKED).stock();
    long seed = System.nanoTime();
    // A connection of HTTP/1.1 has one call at a time, those of HTTP/2 have many.
    try (CuttingProxy rest = new CuttingProxy(shop.shop().port(), 1_500, seed);
        CuttingProxy graphQl = new CuttingProxy(shop.shop().port(), 24_000, seed + 1);
        CuttingProxy grpc = new CuttingProxy(shop.shop().grpcPort(), 12_000, seed + 2);
        OrderAttempts customer =
            new OrderAttempts(
                rest.port(), graphQl.port(), grpc.port(), RunningShop.token("alice", "customer"))) {
      List<String> told = orderAtOnce(customer);

      // How many connections a client opens for so many calls, and so how many are cut, is its own.
      assertThat(rest.cuts() + graphQl.cuts() + grpc.cuts()).as("cuts, seed " + seed).isPositive();
      assertThat(customer.repetitions()).isPositive();
      assertThat(told).as("seed " + seed).doesNotHaveDuplicates();
      assertThat(told).hasSizeBetween(ORDERS / 2, ORDERS - 1); // not everybody can be served
      assertThat(ids("select id from orders"))
          .as("seed " + seed)
          .containsExactlyInAnyOrderElementsOf(told);
    }
    int left = number("select stock from products where id = '2'");
    assertThat(left).isBetween(0, 1);
    assertThat(number("select sum(quantity) from orders") + left).isEqualTo(stock);
    assertThat(number("select count(*) from remembered_answers where answer is not null"))
        .isEqualTo(number("select count(*) from orders"));
  }

  /** One or two pieces each; the ids of the orders that were placed. */
  private static List<String> orderAtOnce(OrderAttempts customer) throws Exception {
    List<Callable<Optional<String>>> orders = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      int number = i;
      orders.add(
          () ->
              customer.order(WIRES[number % WIRES.length], "order-" + number, "2", 1 + number % 2));
    }
    ExecutorService threads = Executors.newFixedThreadPool(ORDERS);
    try {
      List<String> told = new ArrayList<>();
      for (Future<Optional<String>> order : threads.invokeAll(orders)) {
        order.get().ifPresent(told::add);
      }
      return told;
    } finally {
      threads.shutdown();
    }
  }

  private int number(String query) throws Exception {
    return Integer.parseInt(ids(query).get(0));
  }

  private List<String> ids(String query) throws Exception {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
