package io.triglot.conformance;

import io.triglot.runtime.CallContext;
import io.triglot.runtime.CallInterceptor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Stands where the methods of the services would run, and fails in their place when a test asks for
 * it by a header. To be given to the API under test as its last interceptor, and to no other API.
 * Calls without that header pass.
 *
 * <p>Thread-safe.
 */
public final class Faults implements CallInterceptor {
  /** The header, or metadata entry, that asks for a fault. */
  static final String HEADER = "triglot-conformance-fault";

  private final Map<String, CallInterceptor> faults = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();

  /** Faults of one API. */
  public Faults() {}

  /** Keeps what happens in place of a method. Its id is what the header says to ask for it. */
  String add(CallInterceptor fault) {
    String id = String.valueOf(ids.incrementAndGet());
    faults.put(id, fault);
    return id;
  }

  @Override
  public @Nullable Object intercept(CallContext context, Invocation next) throws Exception {
    CallInterceptor fault = context.request().header(HEADER).map(faults::get).orElse(null);
    return fault == null ? next.call() : fault.intercept(context, next);
  }
}
