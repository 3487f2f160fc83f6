package io.triglot.runtime;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The buckets of one {@link RateLimit}. Thread-safe; does not block. */
final class RateLimiter {
  private static final int MOST_CLIENTS = 100_000;

  private final RateLimit limit;
  private final Cache<String, Bucket> buckets;

  RateLimiter(RateLimit limit) {
    this.limit = limit;
    Duration refilled =
        limit.period().multipliedBy(limit.atOnce()).dividedBy(limit.calls()).plusSeconds(1);
    // A bucket that is full again is as good as none.
    buckets = Caffeine.newBuilder().maximumSize(MOST_CLIENTS).expireAfterAccess(refilled).build();
  }

  /**
   * Counts a call.
   *
   * @throws CallException when it is one too many
   */
  void count(CallRequest request, Optional<Caller> caller) {
    limit.key(request, caller).ifPresent(this::count);
  }

  private void count(String client) {
    ConsumptionProbe probe =
        buckets.get(client, absent -> bucket()).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill()).plusMillis(1);
      throw new Failure(
              StatusCode.RESOURCE_EXHAUSTED,
              "RATE_LIMITED",
              "Too many calls",
              List.of(),
              Map.of("retryAfter", wait))
          .asException();
    }
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(rate -> rate.capacity(limit.atOnce()).refillGreedy(limit.calls(), limit.period()))
        .build();
  }
}
