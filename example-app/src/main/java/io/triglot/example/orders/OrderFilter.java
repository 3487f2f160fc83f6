package io.triglot.example.orders;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which orders are looked for.
 *
 * @param status those of one of these; of any where absent
 * @param since those placed then or later
 * @param until those placed before
 */
public record OrderFilter(
    @Nullable List<OrderStatus> status, @Nullable Instant since, @Nullable Instant until) {

  /** The names of the statuses; none where any will do. */
  List<String> statusNames() {
    return status == null ? List.of() : status.stream().map(Enum::name).toList();
  }
}
