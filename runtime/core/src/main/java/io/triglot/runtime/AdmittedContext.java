package io.triglot.runtime;

import io.triglot.runtime.CallObserver.Observation;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A call that has been authenticated and authorized. */
record AdmittedContext(
    OperationDescriptor operation,
    CallRequest request,
    Optional<Caller> caller,
    Optional<Deadline> deadline,
    Observation observed)
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
}
