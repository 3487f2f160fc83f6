package io.triglot.benchmarks.shop;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.jetty.client.BufferingResponseListener;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpClientTransport;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.transport.HttpClientTransportOverHTTP2;
import org.eclipse.jetty.io.ClientConnector;

/** Requests over HTTP/1.1 or HTTP/2, by Jetty's client. */
public final class HttpCalls implements AutoCloseable {
  /** The server lets a connection of HTTP/2 have 128. */
  private static final int STREAMS_PER_CONNECTION = 100;

  /** Longer than anything here lasts: it is the server that ends what is idle. */
  private static final Duration NEVER_IDLE = Duration.ofHours(1);

  private final HttpClient client;
  private final URI base;
  private final Optional<String> authorization;

  /** Connections to a shop for so many requests at once. */
  HttpCalls(ShopAddress shop, int inFlight, boolean http2) {
    this(shop.port(), Optional.of("Bearer " + shop.token()), inFlight, http2);
  }

  /** Connections of HTTP/1.1 to a port of this machine for so many requests at once. */
  public HttpCalls(int port, int inFlight) {
    this(port, Optional.empty(), inFlight, false);
  }

  private HttpCalls(int port, Optional<String> authorization, int inFlight, boolean http2) {
    base = URI.create("http://127.0.0.1:" + port);
    this.authorization = authorization;
    ClientConnector connector = new ClientConnector();
    connector.setSelectors(1);
    connector.setConnectTimeout(Duration.ofSeconds(60));
    connector.setIdleTimeout(NEVER_IDLE);
    HttpClientTransport transport =
        http2
            ? new HttpClientTransportOverHTTP2(new HTTP2Client(connector))
            : new HttpClientTransportOverHTTP(connector);
    client = new HttpClient(transport);
    client.setMaxConnectionsPerDestination(
        http2 ? 1 + inFlight / STREAMS_PER_CONNECTION : inFlight);
    client.setMaxRequestsQueuedPerDestination(Integer.MAX_VALUE);
    client.setIdleTimeout(NEVER_IDLE.toMillis());
    client.setUserAgentField(null);
    try {
      client.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    client.getContentDecoderFactories().clear();
  }

  /** A GET of a path. */
  public Request get(String path) {
    return request(path).method(HttpMethod.GET);
  }

  /** A POST of JSON to a path. */
  public Request post(String path, byte[] json) {
    return request(path)
        .method(HttpMethod.POST)
        .body(new BytesRequestContent("application/json", json));
  }

  private Request request(String path) {
    Request request = client.newRequest(base.resolve(path));
    authorization.ifPresent(
        value -> request.headers(headers -> headers.put(HttpHeader.AUTHORIZATION, value)));
    return request;
  }

  /**
   * Sends a request.
   *
   * @return fails when the status is not of success, or the body is not as it should be
   */
  public CompletableFuture<Void> send(Request request, Predicate<byte[]> expected) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    request
        .timeout(60, TimeUnit.SECONDS)
        .send(
            new BufferingResponseListener() {
              @Override
              public void onComplete(Result result) {
                if (result.isFailed()) {
                  done.completeExceptionally(result.getFailure());
                } else if (result.getResponse().getStatus() / 100 != 2
                    || !expected.test(getContent())) {
                  done.completeExceptionally(
                      new IllegalStateException(
                          result.getResponse().getStatus() + " " + getContentAsString()));
                } else {
                  done.complete(null);
                }
              }
            });
    return done;
  }

  /** Opens a stream of server-sent events. */
  ShopClient.OpenStream events(Request request, ShopClient.StreamListener listener) {
    DataLines lines = new DataLines(listener);
    CompletableFuture<Void> cancelled = new CompletableFuture<>();
    request
        .headers(headers -> headers.put(HttpHeader.ACCEPT, "text/event-stream"))
        .onResponseContent((response, content) -> lines.read(content))
        .send(
            result -> {
              if (!cancelled.isDone()) {
                Throwable failure = result.getFailure();
                listener.ended(
                    failure != null
                        ? failure
                        : new IllegalStateException("status " + result.getResponse().getStatus()));
              }
            });
    return () -> {
      cancelled.complete(null);
      request.abort(new InterruptedException("cancelled"));
    };
  }

  @Override
  public void close() {
    try {
      client.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Counts the {@code data:} lines of a stream, however it is cut into pieces. */
  private static final class DataLines {
    private static final byte[] DATA = {'d', 'a', 't', 'a', ':'};

    private final ShopClient.StreamListener listener;
    private int matched;

    DataLines(ShopClient.StreamListener listener) {
      this.listener = listener;
    }

    void read(ByteBuffer content) {
      while (content.hasRemaining()) {
        byte next = content.get();
        if (next == DATA[matched]) {
          matched++;
        } else {
          matched = next == DATA[0] ? 1 : 0;
        }
        if (matched == DATA.length) {
          matched = 0;
          listener.event();
        }
      }
    }
  }
}
