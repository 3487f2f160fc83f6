package io.triglot.runtime.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.triglot.runtime.CallObserver.Observation;
import io.triglot.runtime.CallObserver.Scope;
import io.triglot.runtime.Failure;
import io.triglot.runtime.Protocol;
import io.triglot.runtime.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A span from the beginning to the end of a call or document.
 *
 * @param context what is current during the call, the span in it
 * @param protocol whose attributes it has; null where an outer span has them
 * @param stream whether a call on REST answers with a stream, whose status is sent before its end
 */
record TracedCall(
    Context context, @Nullable Protocol protocol, boolean stream, TextMapPropagator propagator)
    implements Observation {

  @Override
  @SuppressWarnings("MustBeClosedChecker") // the caller closes it
  public Scope enter() {
    return context.makeCurrent()::close;
  }

  @Override
  public void answered(@Nullable Object response) {
    if (protocol == Protocol.REST && response instanceof HttpResponse http) {
      span().setAttribute(Attributes.HTTP_STATUS, (long) http.status());
    }
  }

  @Override
  public Map<String, String> traceHeaders() {
    Map<String, String> headers = new HashMap<>();
    propagator.inject(
        context,
        headers,
        (carrier, name, value) -> Objects.requireNonNull(carrier).put(name, value));
    return headers;
  }

  @Override
  public void end(@Nullable Failure failure) {
    Span span = span();
    if (protocol == Protocol.GRPC) {
      span.setAttribute(Attributes.RPC_STATUS, failure == null ? "OK" : failure.code().name());
    } else if (protocol == Protocol.REST && stream && failure == null) {
      span.setAttribute(Attributes.HTTP_STATUS, 200L);
    } else if (protocol == Protocol.REST && !stream && failure != null) {
      span.setAttribute(Attributes.HTTP_STATUS, (long) failure.httpStatus());
    }
    if (failure != null) {
      describe(failure, span);
    }
    span.end();
  }

  /** What the caller did wrong is no error of the server (recording errors, HTTP and RPC). */
  private static void describe(Failure failure, Span span) {
    String code = failure.code().name();
    span.setAttribute(Attributes.CODE, code);
    if (!failure.reason().equals(code)) {
      span.setAttribute(Attributes.REASON, failure.reason());
    }
    failure.incident().ifPresent(id -> span.setAttribute(Attributes.INCIDENT, id));
    if (failure.code().isServerFault()) {
      span.setAttribute(Attributes.ERROR_TYPE, code);
      span.setStatus(StatusCode.ERROR);
    }
  }

  private Span span() {
    return Span.fromContext(context);
  }
}
