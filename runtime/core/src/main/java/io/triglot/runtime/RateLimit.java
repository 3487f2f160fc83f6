package io.triglot.runtime;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How often one client may call: a token bucket for each, so that a client that was quiet may call
 * several times at once. What is too much fails with {@link StatusCode#RESOURCE_EXHAUSTED} and says
 * when to try again.
 *
 * <p>The first use needs {@code com.bucket4j:bucket4j_jdk17-core} on the class path. Each server
 * counts for itself. Immutable.
 */
public final class RateLimit {
  private final @Nullable Function<CallRequest, Optional<String>> key;
  private final int calls;
  private final Duration period;
  private final int burst;

  private RateLimit(
      @Nullable Function<CallRequest, Optional<String>> key,
      int calls,
      Duration period,
      int burst) {
    if (calls <= 0 || burst <= 0 || period.toNanos() <= 0) {
      throw new IllegalArgumentException("A rate limit must be positive");
    }
    this.key = key;
    this.calls = calls;
    this.period = period;
    this.burst = burst;
  }

  /**
   * Counts by who calls, as the authenticator says; anonymous calls by the client's address. A call
   * whose credentials are refused is not counted.
   *
   * @param calls how many in a period; as many may come at once
   */
  public static RateLimit perCaller(int calls, Duration period) {
    return new RateLimit(null, calls, period, calls);
  }

  /**
   * Counts by the client's address, before the authenticator is asked: this also limits how often
   * credentials can be guessed. IPv6 addresses count by their network of 64 bits. Behind a proxy
   * all calls have the proxy's address, unless the server is told of the proxy.
   *
   * @param calls how many in a period; as many may come at once
   */
  public static RateLimit perAddress(int calls, Duration period) {
    return per(RateLimit::address, calls, period);
  }

  /**
   * Counts by anything that the request says, before the authenticator is asked.
   *
   * @param key what the calls that count together have in common; those without are not counted
   * @param calls how many in a period; as many may come at once
   */
  public static RateLimit per(
      Function<CallRequest, Optional<String>> key, int calls, Duration period) {
    return new RateLimit(Objects.requireNonNull(key, "key"), calls, period, calls);
  }

  /** The same limit with another number of calls that may come at once after a quiet time. */
  public RateLimit burst(int atOnce) {
    return new RateLimit(key, calls, period, atOnce);
  }

  /** Whether it counts by the caller, who must be known before. */
  boolean countsCallers() {
    return key == null;
  }

  /** Whose call this is. */
  Optional<String> key(CallRequest request, Optional<Caller> caller) {
    return key != null
        ? key.apply(request)
        : caller.map(known -> "caller " + known.name()).or(() -> address(request));
  }

  int calls() {
    return calls;
  }

  Duration period() {
    return period;
  }

  int atOnce() {
    return burst;
  }

  private static Optional<String> address(CallRequest request) {
    return request
        .transport(InetSocketAddress.class)
        .map(InetSocketAddress::getAddress)
        .map(RateLimit::network);
  }

  private static String network(InetAddress address) {
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), 8))
        : address.getHostAddress();
  }
}
