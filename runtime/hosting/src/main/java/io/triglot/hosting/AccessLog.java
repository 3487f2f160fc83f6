package io.triglot.hosting;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import io.triglot.runtime.CallObserver;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Caller;
import io.triglot.runtime.Failure;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.http.HttpResponse;
import io.triglot.runtime.http.HttpResponse.Body.Whole;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * One line for each call at its end, and for each call of gRPC that reaches no operation. Nothing
 * of a request is told that may be secret: no header, no query, no body. Thread-safe.
 */
final class AccessLog implements CallObserver {
  private static final Context.Key<Stream> STREAM = Context.key("io.triglot.access");

  @Override
  public Observation begin(OperationDescriptor operation, CallRequest request) {
    Stream stream = STREAM.get();
    if (stream != null) {
      stream.reached = true;
    }
    return new Line(operation, request);
  }

  /** Sees the calls of gRPC that reach no operation, because there is none of that name. */
  ServerStreamTracer.Factory grpc() {
    return new ServerStreamTracer.Factory() {
      @Override
      public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
        return new Stream(method);
      }
    };
  }

  /** The line of a call, as it is learned. */
  private static final class Line implements Observation {
    private final OperationDescriptor operation;
    private final CallRequest request;
    private final long begin = System.nanoTime();
    private volatile @Nullable Caller caller;
    private volatile long bytes = -1;

    Line(OperationDescriptor operation, CallRequest request) {
      this.operation = operation;
      this.request = request;
    }

    @Override
    public void identified(Caller known) {
      caller = known;
    }

    @Override
    public void answered(@Nullable Object response) {
      if (response instanceof HttpResponse http && http.body() instanceof Whole whole) {
        bytes = whole.bytes().length;
      } else if (response instanceof byte[] message) {
        bytes = message.length;
      }
    }

    @Override
    public void end(@Nullable Failure failure) {
      String code = failure == null ? "OK" : failure.code().name();
      AccessLine line =
          new AccessLine()
              .with("protocol", request.protocol())
              .with("operation", operation.id())
              .with("code", code);
      Caller known = caller;
      if (known != null) {
        line.with("caller", known.name());
      }
      if (bytes >= 0) {
        line.with("bytes", bytes);
      }
      line.write(
          request.transport(InetSocketAddress.class).orElse(null),
          System.nanoTime() - begin,
          request.protocol() + " " + operation.id() + " " + code);
    }
  }

  /** The stream of a gRPC call, which may reach an operation. */
  private static final class Stream extends ServerStreamTracer {
    private final String method;
    private final long begin = System.nanoTime();
    private volatile boolean reached;

    Stream(String method) {
      this.method = method;
    }

    @Override
    public Context filterContext(Context context) {
      return context.withValue(STREAM, this);
    }

    @Override
    public void streamClosed(Status status) {
      if (!reached && !status.isOk() && !CallCounter.isOwn(method)) {
        new AccessLine()
            .with("protocol", "GRPC")
            .with("path", method)
            .with("code", status.getCode())
            .write(null, System.nanoTime() - begin, "GRPC " + method + " " + status.getCode());
      }
    }
  }
}
