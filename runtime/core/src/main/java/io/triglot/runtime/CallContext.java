package io.triglot.runtime;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The call that is being served. A method of a service may take it as a parameter; it is never part
 * of the contract.
 *
 * <p>Immutable, and usable from any thread as long as the call lasts.
 */
public interface CallContext {
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
