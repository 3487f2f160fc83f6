package io.triglot.runtime.telemetry;

import io.grpc.ClientInterceptor;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.triglot.runtime.CallAddress;
import io.triglot.runtime.CallObserver;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.DocumentDescriptor;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.OperationKind;
import io.triglot.runtime.Protocol;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes a span of every call, refused ones too, by the OpenTelemetry semantic conventions: of a
 * call on REST an HTTP server span, on gRPC an RPC server span; on GraphQL a server span of the
 * document, and in it a span of each call that its fields make, batches included.
 *
 * <pre>{@code
 * OpenTelemetryTracing tracing = OpenTelemetryTracing.of(GlobalOpenTelemetry.get());
 * TriglotServer.builder().service(new OrderService()).observer(tracing).start();
 * }</pre>
 *
 * <p>The parent is taken from the request's headers or metadata by the propagators of the given
 * instance (W3C {@code traceparent}, {@code tracestate} and {@code baggage}, where nothing else is
 * configured), on a WebSocket from the payload of {@code connection_init} too. Where a span is
 * current already, because the server itself is instrumented, the call is its child. The call's
 * span is current while its method runs, and while its publisher is asked for elements.
 *
 * <p>Add it as the first observer. Needs {@code io.opentelemetry:opentelemetry-api} on the class
 * path. Thread-safe.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/">Semantic conventions</a>
 */
public final class OpenTelemetryTracing implements CallObserver {
  private static final String SCOPE = "io.triglot";

  private final Tracer tracer;
  private final TextMapPropagator propagator;

  private OpenTelemetryTracing(OpenTelemetry telemetry) {
    tracer = telemetry.getTracer(SCOPE);
    propagator = telemetry.getPropagators().getTextMapPropagator();
  }

  /** Tracing with the tracers and propagators of this instance. */
  public static OpenTelemetryTracing of(OpenTelemetry telemetry) {
    return new OpenTelemetryTracing(telemetry);
  }

  /**
   * Makes a client span of every call on a channel, and hands its context on, for generated clients
   * and any others:
   *
   * <pre>{@code
   * new OrderServiceGrpcClient(ClientInterceptors.intercept(channel, tracing.clientInterceptor()))
   * }</pre>
   *
   * <p>The parent is the current span; on a thread without one, the call that the client was told
   * by {@code onBehalfOf}.
   */
  public ClientInterceptor clientInterceptor() {
    return new ClientTracing(tracer, propagator);
  }

  @Override
  public Observation begin(OperationDescriptor operation, CallRequest request) {
    Context parent = Context.current();
    if (hasSpan(parent)) {
      return new TracedCall(
          start(tracer.spanBuilder(operation.id()), operation, parent), null, false, propagator);
    }
    CallAddress address = request.address();
    SpanBuilder span = tracer.spanBuilder(name(request.protocol(), operation, address));
    span.setSpanKind(SpanKind.SERVER);
    switch (request.protocol()) {
      case REST -> describeHttp(span, request, address);
      case GRPC -> describeRpc(span, address);
      case GRAPHQL -> {} // of a document, where there is one
    }
    return new TracedCall(
        start(span, operation, extract(parent, request)),
        request.protocol(),
        operation.kind() == OperationKind.SUBSCRIPTION,
        propagator);
  }

  @Override
  public Observation beginDocument(DocumentDescriptor document, CallRequest request) {
    OperationKind kind = document.kind();
    String type = kind == null ? null : kind.name().toLowerCase(Locale.ROOT);
    Context enclosing = Context.current();
    SpanBuilder span = tracer.spanBuilder(type == null ? "GraphQL Operation" : type);
    if (type != null) {
      span.setAttribute(Attributes.GRAPHQL_TYPE, type);
    }
    if (document.name() != null) {
      span.setAttribute(Attributes.GRAPHQL_NAME, document.name());
    }
    boolean inside = hasSpan(enclosing);
    Context parent = inside ? enclosing : extract(enclosing, request);
    span.setSpanKind(inside ? SpanKind.INTERNAL : SpanKind.SERVER);
    return new TracedCall(
        parent.with(span.setParent(parent).startSpan()), Protocol.GRAPHQL, false, propagator);
  }

  private static Context start(SpanBuilder span, OperationDescriptor operation, Context parent) {
    span.setAttribute(Attributes.OPERATION, operation.id());
    return parent.with(span.setParent(parent).startSpan());
  }

  private Context extract(Context base, CallRequest request) {
    return propagator.extract(base, request, Headers.INSTANCE);
  }

  private static boolean hasSpan(Context context) {
    return Span.fromContext(context).getSpanContext().isValid();
  }

  private static String name(
      Protocol protocol, OperationDescriptor operation, CallAddress address) {
    if (address.route().isEmpty()) {
      return operation.id();
    }
    return protocol == Protocol.REST ? address.method() + " " + address.route() : address.route();
  }

  private static void describeHttp(SpanBuilder span, CallRequest request, CallAddress address) {
    span.setAttribute(Attributes.HTTP_METHOD, address.method());
    span.setAttribute(Attributes.HTTP_ROUTE, address.route());
    span.setAttribute(Attributes.URL_PATH, address.path());
    span.setAttribute(Attributes.URL_SCHEME, address.scheme());
    Attributes.addServer(span, address.authority());
    request
        .header("User-Agent")
        .ifPresent(agent -> span.setAttribute(Attributes.USER_AGENT, agent));
  }

  private static void describeRpc(SpanBuilder span, CallAddress address) {
    span.setAttribute(Attributes.RPC_SYSTEM, "grpc");
    span.setAttribute(Attributes.RPC_METHOD, address.route());
    Attributes.addServer(span, address.authority());
  }

  private enum Headers implements TextMapGetter<CallRequest> {
    INSTANCE;

    /** Those of W3C, because the names of all of them are not known on every protocol. */
    @Override
    @SuppressWarnings("deprecation") // older versions of the library ask for it
    public Iterable<String> keys(CallRequest request) {
      return List.of("traceparent", "tracestate", "baggage");
    }

    @Override
    @SuppressWarnings("NullAway") // the interface is not annotated: both are nullable there
    public @Nullable String get(@Nullable CallRequest request, String name) {
      return request == null ? null : request.header(name).orElse(null);
    }
  }
}
