package io.triglot.hosting.spring;

import io.triglot.runtime.adoption.ResourceLease;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.AbstractRequestAttributes;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The attributes of one call, among them its beans of the scope {@code request}. Thread-safe. */
final class CallAttributes extends AbstractRequestAttributes implements ResourceLease.Scope {
  private final Map<String, Object> attributes = new ConcurrentHashMap<>();

  @Override
  public <R extends @Nullable Object> R run(Callable<R> method) throws Exception {
    RequestAttributes before = RequestContextHolder.getRequestAttributes();
    RequestContextHolder.setRequestAttributes(this);
    try {
      return method.call();
    } finally {
      RequestContextHolder.setRequestAttributes(before);
    }
  }

  @Override
  public void end() {
    requestCompleted();
  }

  @Override
  public @Nullable Object getAttribute(String name, int scope) {
    return ofRequest(scope).get(name);
  }

  @Override
  public void setAttribute(String name, Object value, int scope) {
    ofRequest(scope).put(name, value);
  }

  @Override
  public void removeAttribute(String name, int scope) {
    ofRequest(scope).remove(name);
    removeRequestDestructionCallback(name);
  }

  @Override
  public String[] getAttributeNames(int scope) {
    return ofRequest(scope).keySet().toArray(String[]::new);
  }

  @Override
  public void registerDestructionCallback(String name, Runnable callback, int scope) {
    ofRequest(scope);
    registerRequestDestructionCallback(name, callback);
  }

  @Override
  public @Nullable Object resolveReference(String key) {
    return null;
  }

  @Override
  public String getSessionId() {
    throw noSession();
  }

  @Override
  public Object getSessionMutex() {
    throw noSession();
  }

  @Override
  protected void updateAccessedSessionAttributes() {}

  private Map<String, Object> ofRequest(int scope) {
    if (scope != SCOPE_REQUEST) {
      throw noSession();
    }
    return attributes;
  }

  private static IllegalStateException noSession() {
    return new IllegalStateException("A call that does not come by HTTP has no session");
  }
}
