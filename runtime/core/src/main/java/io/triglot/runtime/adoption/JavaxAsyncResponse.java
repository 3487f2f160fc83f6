package io.triglot.runtime.adoption;

import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.TimeoutHandler;

/** What is answered by later, under the older name. */
record JavaxAsyncResponse(jakarta.ws.rs.container.AsyncResponse response) implements AsyncResponse {
  @Override
  public boolean resume(Object answer) {
    return response.resume(answer);
  }

  @Override
  public boolean resume(Throwable failure) {
    return response.resume(failure);
  }

  @Override
  public boolean cancel() {
    return response.cancel();
  }

  @Override
  public boolean cancel(int retryAfter) {
    return response.cancel(retryAfter);
  }

  @Override
  public boolean cancel(Date retryAfter) {
    return response.cancel(retryAfter);
  }

  @Override
  public boolean isSuspended() {
    return response.isSuspended();
  }

  @Override
  public boolean isCancelled() {
    return response.isCancelled();
  }

  @Override
  public boolean isDone() {
    return response.isDone();
  }

  @Override
  public boolean setTimeout(long time, TimeUnit unit) {
    return response.setTimeout(time, unit);
  }

  @Override
  public void setTimeoutHandler(TimeoutHandler handler) {
    response.setTimeoutHandler(any -> handler.handleTimeout(this));
  }

  @Override
  public Collection<Class<?>> register(Class<?> callback) {
    return response.register(callback);
  }

  @Override
  public Map<Class<?>, Collection<Class<?>>> register(Class<?> callback, Class<?>... callbacks) {
    return response.register(callback, callbacks);
  }

  @Override
  public Collection<Class<?>> register(Object callback) {
    return response.register(callback);
  }

  @Override
  public Map<Class<?>, Collection<Class<?>>> register(Object callback, Object... callbacks) {
    return response.register(callback, callbacks);
  }
}
