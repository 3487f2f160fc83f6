package io.triglot.runtime;

import org.jspecify.annotations.Nullable;

/**
 * An interceptor of one operation, which lets all others pass.
 *
 * @param operation the id of the operation
 */
record TargetedInterceptor(String operation, CallInterceptor interceptor)
    implements CallInterceptor {
  @Override
  public @Nullable Object intercept(CallContext context, Invocation next) throws Exception {
    return context.operation().id().equals(operation)
        ? interceptor.intercept(context, next)
        : next.call();
  }
}
