package io.triglot.runtime;

import io.triglot.runtime.CallObserver.Observation;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A call that has been authenticated and authorized. */
record AdmittedContext(
    OperationDescriptor operation,
    CallRequest request,
    Optional<Caller> caller,
    Optional<Deadline> deadline,
    Observation observed,
    Cancellation cancellation)
    implements CallContext {
  @Override
  public Optional<Duration> remaining() {
    return deadline.map(Deadline::remaining);
  }

  @Override
  public Map<String, String> traceHeaders() {
    Map<String, String> observed = this.observed.traceHeaders();
    return observed.isEmpty() ? CallContext.super.traceHeaders() : observed;
  }

  @Override
  public boolean isCancelled() {
    return cancellation.hasCome();
  }

  @Override
  public CompletionStage<Void> cancelled() {
    return cancellation.reason().thenAccept(why -> {});
  }
}
