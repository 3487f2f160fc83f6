package io.triglot.benchmarks.grpc;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The big message: an order with ten items is about 1,200 bytes. */
public record Order(
    String id,
    String customer,
    long number,
    Status status,
    double total,
    Instant createdAt,
    @Nullable String note,
    Address address,
    List<Item> items,
    Map<String, String> attributes,
    List<Integer> codes) {

  /** What becomes of an order. */
  public enum Status {
    PENDING,
    SHIPPED
  }

  /** Where an order goes. */
  public record Address(String street, String city, String country) {}

  /** A line of an order. */
  public record Item(String productId, String name, int quantity, double price, String remark) {}
}
