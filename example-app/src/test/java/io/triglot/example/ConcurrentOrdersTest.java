package io.triglot.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Orders on all protocols at once; a subclass says over which database. */
abstract class ConcurrentOrdersTest {
  @RegisterExtension final RunningShop shop = new RunningShop(this::emptyDatabase);

  /** The JDBC URL of a database without tables. */
  abstract String emptyDatabase() throws Exception;

  @Test
  void neverSellsMoreThanThereIsWhateverTheWire() throws Exception {
    List<Callable<Integer>> buyers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      ShopClient client = shop.customer(Wire.values()[i % Wire.values().length]);
      buyers.add(() -> buyUntilSoldOut(client));
    }
    ExecutorService threads = Executors.newFixedThreadPool(buyers.size());
    try {
      int sold = 0;
      for (Future<Integer> bought : threads.invokeAll(buyers)) {
        sold += bought.get();
      }

      assertThat(sold).isEqualTo(100);
      assertThat(shop.anonymous(Wire.REST).product("2").stock()).isZero();
      assertThat(shop.customer(Wire.REST).orders()).hasSize(100);
    } finally {
      threads.shutdown();
    }
  }

  private static int buyUntilSoldOut(ShopClient client) {
    int bought = 0;
    while (true) {
      try {
        client.createOrder("2", 1);
        bought++;
      } catch (CallFailure soldOut) {
        assertThat(soldOut.code()).isEqualTo("FAILED_PRECONDITION");
        return bought;
      }
    }
  }
}
