package io.triglot.runtime.grpc.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A message with a field of every kind. */
public record Order(
    String id,
    int quantity,
    long serial,
    boolean paid,
    double weight,
    float rate,
    byte[] token,
    Status status,
    @Nullable Instant createdAt,
    @Nullable String note,
    Optional<Integer> priority,
    @Nullable Line gift,
    List<Line> lines,
    Set<String> tags,
    List<Integer> codes,
    List<Status> history,
    Map<String, Integer> counts,
    Map<String, Line> extras,
    @Nullable Duration timeToLive) {

  /** An order with nothing in it but what it must have. */
  public static Order empty() {
    return new Order(
        "",
        0,
        0,
        false,
        0,
        0,
        new byte[0],
        Status.PENDING,
        null,
        null,
        Optional.empty(),
        null,
        List.of(),
        Set.of(),
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        null);
  }
}
