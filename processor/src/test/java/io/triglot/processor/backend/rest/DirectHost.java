package io.triglot.processor.backend.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.http.HttpEndpoint;
import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.HttpResponse;
import io.triglot.runtime.http.LimitedBody;
import io.triglot.runtime.rest.RestEndpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;

/** The endpoint itself behind the JDK's HTTP server, with as little between them as can be. */
final class DirectHost implements RestHost {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private DirectHost(HttpEndpoint endpoint, int maxBodyBytes) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> serve(endpoint, new Request(exchange, maxBodyBytes)));
    server.start();
  }

  static RestHost start(HostedApi.Endpoints endpoints, int maxBodyBytes) throws IOException {
    return start(endpoints.rest(), maxBodyBytes);
  }

  static RestHost start(RestEndpoint endpoint, int maxBodyBytes) throws IOException {
    return new DirectHost(endpoint, maxBodyBytes);
  }

  @Override
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void serve(HttpEndpoint endpoint, Request request) throws IOException {
    HttpResponse response = endpoint.accept(request).respond().toCompletableFuture().join();
    HttpExchange exchange = request.exchange();
    try (exchange) {
      response
          .headers()
          .forEach(field -> exchange.getResponseHeaders().add(field.getKey(), field.getValue()));
      if (response.body() instanceof HttpResponse.Body.Whole whole) {
        byte[] content = whole.bytes();
        exchange.sendResponseHeaders(response.status(), content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
      } else if (response.body() instanceof HttpResponse.Body.Written written) {
        exchange.sendResponseHeaders(response.status(), 0);
        written.content().writeTo(exchange.getResponseBody());
      } else if (response.body() instanceof HttpResponse.Body.Pieces pieces) {
        exchange.sendResponseHeaders(response.status(), 0);
        new Writer().write(pieces.publisher(), exchange.getResponseBody());
      } else {
        exchange.sendResponseHeaders(response.status(), -1);
      }
    }
  }

  private record Request(HttpExchange exchange, long maxBodyBytes) implements HttpRequest {
    @Override
    public String method() {
      return exchange.getRequestMethod();
    }

    @Override
    public String path() {
      return exchange.getRequestURI().getRawPath();
    }

    @Override
    public String query() {
      return Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    }

    @Override
    public List<String> headers(String name) {
      return exchange.getRequestHeaders().getOrDefault(name, List.of());
    }

    @Override
    public byte[] body() throws IOException {
      byte[] body = exchange.getRequestBody().readNBytes((int) maxBodyBytes + 1);
      if (body.length > maxBodyBytes) {
        throw Failure.of(StatusCode.RESOURCE_EXHAUSTED, "The body is too large").asException();
      }
      return body;
    }

    @Override
    public InputStream stream() {
      return new LimitedBody(exchange.getRequestBody(), UploadBehaviour.MAX_UPLOAD_BYTES);
    }
  }

  /** Writes pieces as they come, and cancels when nobody reads them. */
  private static final class Writer implements Flow.Subscriber<byte[]> {
    private final BlockingQueue<Optional<byte[]>> signals = new LinkedBlockingQueue<>();
    private Flow.Subscription subscription;

    void write(Flow.Publisher<byte[]> pieces, OutputStream out) throws IOException {
      pieces.subscribe(this);
      try {
        subscription.request(1);
        for (Optional<byte[]> piece = signals.take(); piece.isPresent(); piece = signals.take()) {
          out.write(piece.get());
          out.flush();
          subscription.request(1);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        subscription.cancel();
      }
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
    }

    @Override
    public void onNext(byte[] piece) {
      signals.add(Optional.of(piece));
    }

    @Override
    public void onError(Throwable failure) {
      signals.add(Optional.empty());
    }

    @Override
    public void onComplete() {
      signals.add(Optional.empty());
    }
  }
}
