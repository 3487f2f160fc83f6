package io.triglot.benchmarks.grpc;

import io.triglot.benchmarks.grpc.Order.Address;
import io.triglot.benchmarks.grpc.Order.Item;
import io.triglot.benchmarks.grpc.Order.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The data that is measured. */
final class Samples {
  private Samples() {}

  static Stock stock() {
    return new Stock("P-1001", 42, true, 170_000L);
  }

  /** An order in English, or in other scripts. */
  static Order order(boolean international) {
    String word = international ? "Größe Äpfel 東京 " : "Large red apples ";
    List<Item> items =
        IntStream.range(0, 10)
            .mapToObj(
                i ->
                    new Item(
                        "PRODUCT-" + (1000 + i),
                        word + i,
                        i + 1,
                        19.99 * (i + 1),
                        "Handle with care: " + word.repeat(2)))
            .toList();
    Map<String, String> attributes =
        new TreeMap<>(Map.of("channel", "web", "campaign", word + "2026", "priority", "normal"));
    return new Order(
        "ORDER-2026-000123",
        word + "Ltd.",
        123_456_789L,
        Status.SHIPPED,
        1234.56,
        Instant.parse("2026-02-01T10:15:30.123456789Z"),
        "Leave at the door, " + word,
        new Address("12 " + word + "Street", international ? "München" : "London", "GB"),
        items,
        attributes,
        List.of(1, 22, 333, 4444, 55555));
  }
}
