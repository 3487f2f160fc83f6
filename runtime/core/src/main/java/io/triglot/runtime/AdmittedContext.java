package io.triglot.runtime;

import io.triglot.runtime.CallObserver.Observation;
import io.triglot.runtime.adoption.ResourceCheck;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A call that has been authenticated and authorized. */
record AdmittedContext(
    OperationDescriptor operation,
    CallRequest request,
    Optional<Caller> caller,
    Optional<Deadline> deadline,
    Observation observed,
    Cancellation cancellation,
    OperationValidator validator)
    implements CallContext, ResourceCheck {
  @Override
  public void check(Object resource, @Nullable Object[] arguments) {
    List<FieldViolation> violations = validator.resource(resource, arguments);
    if (!violations.isEmpty()) {
      throw Failure.invalid(violations).asException();
    }
  }

  @Override
  public <T extends @Nullable Object> T judged(Object resource, T returned) {
    return validator.resourceResult(resource, returned);
  }

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

  @Override
  public Watch onCancel(Runnable task) {
    return cancellation.watch(task);
  }
}
