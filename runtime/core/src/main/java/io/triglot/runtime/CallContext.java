package io.triglot.runtime;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The call that is being served. A method of a service may take it as a parameter; it is never part
 * of the contract.
 *
 * <p>Immutable, and usable from any thread as long as the call lasts.
 */
public interface CallContext {
  /**
   * The call whose method runs on this thread; empty on other threads, such as those that an
   * asynchronous method goes on with. Generated clients ask for it, to make their calls on its
   * behalf.
   */
  static Optional<CallContext> served() {
    return ServedCall.current();
  }

  /**
   * Does something on behalf of a call on a thread that is not its own: there it is the one that is
   * {@linkplain #served() served}, until the task returns.
   *
   * @return what the task returns
   * @throws Exception what the task throws
   */
  static <T extends @Nullable Object> T onBehalfOf(CallContext context, Callable<T> task)
      throws Exception {
    return ServedCall.run(context, task);
  }

  /** The operation that was called. */
  OperationDescriptor operation();

  /** What the transport knows of the call: its protocol and headers. */
  CallRequest request();

  /** Who calls; empty for an anonymous call. */
  Optional<Caller> caller();

  /**
   * The time left until the call must be answered, zero if it has passed; empty where neither the
   * caller nor the operation sets a limit. What the method itself calls should wait no longer.
   */
  default Optional<Duration> remaining() {
    return request().timeout();
  }

  /**
   * The headers by which calls to other servers belong to the same trace as this one: {@code
   * traceparent}, {@code tracestate} and {@code baggage}, as far as they are known.
   *
   * @see <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>
   */
  default Map<String, String> traceHeaders() {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : List.of("traceparent", "tracestate", "baggage")) {
      request().header(name).ifPresent(value -> headers.put(name, value));
    }
    return headers;
  }

  /**
   * Whether nobody waits for an answer any more: the caller has gone away or given the call up, or
   * the deadline has passed. A method that works for long asks now and then, and stops.
   */
  default boolean isCancelled() {
    return cancelled().toCompletableFuture().isDone();
  }

  /**
   * Completes when {@link #isCancelled} becomes true; never where the transport cannot tell that a
   * caller has gone away. What depends on it runs on a thread that it must not block for long.
   */
  default CompletionStage<Void> cancelled() {
    return request().cancelled();
  }

  /**
   * Runs a task when {@link #isCancelled} becomes true, at once where it is already; unless the
   * watch is closed before. It is for what ends sooner than the call, such as the calls that it
   * makes: those which have ended are not kept.
   *
   * @param task runs on a thread that it must not block for long
   */
  default Watch onCancel(Runnable task) {
    AtomicReference<@Nullable Runnable> watched = new AtomicReference<>(task);
    cancelled()
        .thenRun(
            () -> {
              Runnable left = watched.getAndSet(null);
              if (left != null) {
                left.run();
              }
            });
    return () -> watched.set(null);
  }

  /** Somebody who wants to know whether a call is cancelled. Thread-safe. */
  @FunctionalInterface
  interface Watch extends AutoCloseable {
    /** It does not matter any longer. */
    @Override
    void close();
  }

  /**
   * The languages that the caller wants, best first, as {@code Accept-Language} says; none where it
   * does not say.
   */
  default List<Locale> locales() {
    return AcceptLanguage.locales(request());
  }

  /** The language that the caller wants most; the JVM's default where it does not say. */
  default Locale locale() {
    return locales().stream().findFirst().orElseGet(Locale::getDefault);
  }

  /**
   * The language, of those that there are, that suits the caller best (the lookup of RFC 4647,
   * section 3.4).
   *
   * @param offered at least one; the first is for callers whom none suits
   */
  default Locale locale(List<Locale> offered) {
    return AcceptLanguage.lookup(request(), offered).orElseGet(() -> offered.get(0));
  }

  /** The value of an HTTP header or of a gRPC metadata entry, by its name in any case. */
  default Optional<String> header(String name) {
    return request().header(name);
  }

  /** The roles of the caller; none of an anonymous one. */
  default Set<String> roles() {
    return caller().map(Caller::roles).orElse(Set.of());
  }

  /** The protocol on which the call arrived. */
  default Protocol protocol() {
    return request().protocol();
  }

  /** Whether the caller is signed in and has the role. */
  default boolean hasRole(String role) {
    return caller().map(known -> known.roles().contains(role)).orElse(false);
  }

  /** Who calls, in an operation that only signed-in callers reach. */
  default Caller requireCaller() {
    return caller()
        .orElseThrow(
            () -> Failure.of(StatusCode.UNAUTHENTICATED, "Authentication required").asException());
  }
}
