package io.triglot.runtime.telemetry;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a span of every call on a channel, and writes its context into the call's metadata. */
record ClientTracing(Tracer tracer, TextMapPropagator propagator) implements ClientInterceptor {

  @Override
  public <Q, P> ClientCall<Q, P> interceptCall(
      MethodDescriptor<Q, P> method, CallOptions options, Channel next) {
    Context calling = Context.current();
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<P> listener, Metadata metadata) {
        Context parent = parent(calling, metadata);
        Span span = span(method.getFullMethodName(), next.authority(), parent);
        propagator.inject(parent.with(span), metadata, ClientTracing::put);
        super.start(new EndingListener<>(listener, span), metadata);
      }
    };
  }

  /** The metadata have the trace of the call on whose behalf this one is made, if there is one. */
  private Context parent(Context calling, Metadata metadata) {
    return Span.fromContext(calling).getSpanContext().isValid()
        ? calling
        : propagator.extract(calling, metadata, Texts.INSTANCE);
  }

  private Span span(String method, @Nullable String authority, Context parent) {
    SpanBuilder span = tracer.spanBuilder(method).setSpanKind(SpanKind.CLIENT).setParent(parent);
    span.setAttribute(Attributes.RPC_SYSTEM, "grpc");
    span.setAttribute(Attributes.RPC_METHOD, method);
    Attributes.addServer(span, Objects.requireNonNullElse(authority, ""));
    return span.startSpan();
  }

  private static void put(@Nullable Metadata metadata, String name, String value) {
    Metadata.Key<String> key = key(name);
    Objects.requireNonNull(metadata).discardAll(key);
    metadata.put(key, value);
  }

  private static Metadata.Key<String> key(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }

  private enum Texts implements TextMapGetter<Metadata> {
    INSTANCE;

    @Override
    @SuppressWarnings("deprecation") // older versions of the library ask for it
    public Iterable<String> keys(Metadata metadata) {
      return metadata.keys();
    }

    @Override
    @SuppressWarnings("NullAway") // the interface is not annotated: both are nullable there
    public @Nullable String get(@Nullable Metadata metadata, String name) {
      return metadata == null ? null : metadata.get(key(name));
    }
  }

  private static final class EndingListener<P> extends SimpleForwardingClientCallListener<P> {
    private final Span span;

    EndingListener(ClientCall.Listener<P> listener, Span span) {
      super(listener);
      this.span = span;
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      String code = status.getCode().name();
      span.setAttribute(Attributes.RPC_STATUS, code);
      if (!status.isOk()) {
        span.setAttribute(Attributes.ERROR_TYPE, code);
        span.setStatus(StatusCode.ERROR);
      }
      span.end();
      super.onClose(status, trailers);
    }
  }
}
