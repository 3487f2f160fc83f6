package io.triglot.runtime;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The call whose method runs on a thread, for the calls that the method makes itself. */
final class ServedCall {
  private static final ThreadLocal<@Nullable CallContext> CURRENT = new ThreadLocal<>();

  private ServedCall() {}

  static Optional<CallContext> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** Runs the method of a call. */
  static <T extends @Nullable Object> T run(CallContext context, Callable<T> method)
      throws Exception {
    CallContext outer = CURRENT.get();
    CURRENT.set(context);
    try {
      return method.call();
    } finally {
      if (outer == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(outer);
      }
    }
  }
}
