package io.triglot.runtime.adoption;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** What another provider gives, and a scope around it. */
record ScopedLease<T>(ResourceLease<T> lease, ResourceLease.Scope scope)
    implements ResourceLease<T> {
  @Override
  public T resource() {
    return lease.resource();
  }

  @Override
  public <C> Optional<C> context(Class<C> type) {
    return lease.context(type);
  }

  @Override
  public <R extends @Nullable Object> R attached(Callable<R> method) throws Exception {
    return scope.run(() -> lease.attached(method));
  }

  @Override
  public void release() {
    try {
      scope.end();
    } finally {
      lease.release();
    }
  }
}
