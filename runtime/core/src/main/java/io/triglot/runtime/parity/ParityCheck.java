package io.triglot.runtime.parity;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * Makes an implementation of an interface that answers as a primary one does, and now and then asks
 * a candidate the same, to see whether that would have answered alike.
 *
 * <pre>{@code
 * OrderApi orders =
 *     ParityCheck.of(OrderApi.class, OrderApiRestClient.of(rest), OrderApiGrpcClient.of(grpc))
 *         .share(0.05)
 *         .observer(MicrometerParity.of(registry))
 *         .build();
 * }</pre>
 *
 * <p>The candidate is asked once the primary has answered, on threads of its own. So it neither
 * delays, changes nor fails an answer; what takes too long is interrupted, and what there is no
 * room for is left out. Operations that change something are never made twice.
 *
 * <p>Not thread-safe; what it builds is as thread-safe as the two implementations.
 *
 * @param <T> the interface
 */
public final class ParityCheck<T> {
  private final Class<T> type;
  private final T primary;
  private final T candidate;
  private final Set<String> safe = new HashSet<>();
  private final List<ParityObserver> observers = new ArrayList<>();
  private double share = 0.01;
  private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();
  private Duration timeout = Duration.ofSeconds(10);
  private int concurrent = 4;
  private int waiting = 100;

  private ParityCheck(Class<T> type, T primary, T candidate) {
    this.type = type;
    this.primary = primary;
    this.candidate = candidate;
  }

  /**
   * A check of one implementation by another one: clients of the service, or the service itself.
   *
   * @param type the interface that both implement
   * @param primary answers the callers
   * @param candidate is compared with it
   */
  public static <T> ParityCheck<T> of(Class<T> type, T primary, T candidate) {
    if (!type.isInterface()) {
      throw new IllegalArgumentException(type.getName() + " is no interface");
    }
    return new ParityCheck<>(
        type,
        Objects.requireNonNull(primary, "primary"),
        Objects.requireNonNull(candidate, "candidate"));
  }

  /**
   * Compares methods, by their names, beside the queries of the interface's operations: those that
   * may be called twice. Where the interface has no operations these are all that is compared.
   */
  public ParityCheck<T> safe(String... methods) {
    safe.addAll(List.of(methods));
    return this;
  }

  /** Sets which share of the calls is compared, from 0 to 1. One of a hundred if not set. */
  public ParityCheck<T> share(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share: " + share);
    }
    this.share = share;
    return this;
  }

  /**
   * Sets what decides which calls are compared: numbers from 0 to 1, those below the share. Is
   * asked on any thread, once for each call that could be compared.
   */
  public ParityCheck<T> random(DoubleSupplier random) {
    this.random = Objects.requireNonNull(random, "random");
    return this;
  }

  /** Sets how long the candidate may take. Ten seconds if not set. */
  public ParityCheck<T> timeout(Duration timeout) {
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("timeout: " + timeout);
    }
    this.timeout = timeout;
    return this;
  }

  /**
   * Sets how many calls of the candidate are made at a time, and how many more may wait; beyond
   * that comparisons are skipped. Four and a hundred if not set.
   */
  public ParityCheck<T> limit(int concurrent, int waiting) {
    if (concurrent < 1 || waiting < 1) {
      throw new IllegalArgumentException("limit: " + concurrent + ", " + waiting);
    }
    this.concurrent = concurrent;
    this.waiting = waiting;
    return this;
  }

  /** Adds who is told of comparisons; the {@linkplain LoggedParity log} if there is nobody. */
  public ParityCheck<T> observer(ParityObserver observer) {
    observers.add(Objects.requireNonNull(observer, "observer"));
    return this;
  }

  /**
   * The implementation.
   *
   * @throws IllegalStateException when there is nothing to compare
   */
  public T build() {
    ComparedMethods methods = ComparedMethods.of(type, safe);
    Candidates candidates =
        new Candidates(
            concurrent,
            waiting,
            timeout,
            observers.isEmpty() ? List.of(LoggedParity.INSTANCE) : observers);
    ComparedCalls calls =
        new ComparedCalls(
            primary, candidate, methods, () -> random.getAsDouble() < share, candidates);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, calls));
  }
}
