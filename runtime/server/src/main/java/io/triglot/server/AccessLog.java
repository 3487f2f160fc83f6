package io.triglot.server;

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
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * One line for each call at its end, and for each request that reaches no operation, as a message
 * and as key-value pairs. Nothing of a request is told that may be secret: no header, no query, no
 * body. Thread-safe.
 */
final class AccessLog implements CallObserver, RequestLog {
  private static final Logger log = LoggerFactory.getLogger("io.triglot.access");

  private static final Context.Key<Stream> STREAM = Context.key("io.triglot.access");

  @Override
  public Observation begin(OperationDescriptor operation, CallRequest request) {
    request.transport(JettyRequest.class).ifPresent(JettyRequest::reachesOperation);
    Stream stream = STREAM.get();
    if (stream != null) {
      stream.reached = true;
    }
    return new Line(operation, request);
  }

  /** A request of HTTP that has been answered, by a call or without. */
  @Override
  public void log(Request request, Response response) {
    String path = request.getHttpURI() == null ? null : request.getHttpURI().getPath();
    boolean told = response.getStatus() < 400 && !Site.GRAPHQL.equals(path);
    if (told || JettyRequest.hasReachedOperation(request)) {
      return;
    }
    write(
        log.atInfo()
            .addKeyValue("protocol", "HTTP")
            .addKeyValue("method", request.getMethod())
            .addKeyValue("path", plain(String.valueOf(path)))
            .addKeyValue("status", response.getStatus())
            .addKeyValue("bytes", Response.getContentBytesWritten(response)),
        request.getConnectionMetaData().getRemoteSocketAddress(),
        System.nanoTime() - request.getBeginNanoTime(),
        "HTTP "
            + request.getMethod()
            + " "
            + plain(String.valueOf(path))
            + " "
            + response.getStatus());
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

  private static void write(
      LoggingEventBuilder line, @Nullable Object client, long nanos, String message) {
    if (client instanceof InetSocketAddress address && address.getAddress() != null) {
      line = line.addKeyValue("client", address.getAddress().getHostAddress());
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(nanos);
    line.addKeyValue("millis", millis).log("{} in {} ms", message, millis);
  }

  /** What a client has chosen must not look like another line. */
  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
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
      LoggingEventBuilder line =
          log.atInfo()
              .addKeyValue("protocol", request.protocol())
              .addKeyValue("operation", operation.id())
              .addKeyValue("code", code);
      Caller known = caller;
      if (known != null) {
        line = line.addKeyValue("caller", plain(known.name()));
      }
      if (bytes >= 0) {
        line = line.addKeyValue("bytes", bytes);
      }
      write(
          line,
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
        write(
            log.atInfo()
                .addKeyValue("protocol", "GRPC")
                .addKeyValue("path", plain(method))
                .addKeyValue("code", status.getCode()),
            null,
            System.nanoTime() - begin,
            "GRPC " + plain(method) + " " + status.getCode());
      }
    }
  }
}
