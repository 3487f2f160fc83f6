package io.triglot.runtime;

import java.time.Duration;
import java.util.Optional;

/** A call that has been authenticated and authorized. */
record AdmittedContext(
    OperationDescriptor operation,
    CallRequest request,
    Optional<Caller> caller,
    Optional<Deadline> deadline)
    implements CallContext {
  @Override
  public Optional<Duration> remaining() {
    return deadline.map(Deadline::remaining);
  }
}
