package io.triglot.runtime.graphql;

import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.HttpResponse;
import io.triglot.runtime.http.TextSocket;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.jspecify.annotations.Nullable;

/** An endpoint on a free port of 127.0.0.1, behind no more of Jetty than that needs. */
final class JettyHost implements AutoCloseable {
  private static final int MAX_BODY = 100_000;

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  JettyHost(GraphQlEndpoint endpoint) throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    WebSocketUpgradeHandler sockets =
        WebSocketUpgradeHandler.from(
            server,
            container ->
                container.addMapping(
                    "/graphql",
                    (request, response, callback) -> {
                      response.setAcceptedSubProtocol(GraphQlEndpoint.SUBPROTOCOL);
                      return new JettySocket(
                          endpoint, new JettyRequest(request), server.getThreadPool());
                    }));
    sockets.setHandler(new EndpointHandler(endpoint));
    server.setHandler(sockets);
    server.start();
  }

  URI uri(String scheme) {
    return URI.create(scheme + "://127.0.0.1:" + connector.getLocalPort() + "/graphql");
  }

  @Override
  public void close() {
    LifeCycle.stop(server);
  }

  private static final class EndpointHandler extends Handler.Abstract {
    private final GraphQlEndpoint endpoint;

    EndpointHandler(GraphQlEndpoint endpoint) {
      this.endpoint = endpoint;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      var unused =
          endpoint
              .accept(new JettyRequest(request))
              .respond()
              .thenAccept(
                  answer -> {
                    request.consumeAvailable(); // or "Connection: close" where it is not all there
                    write(answer, response, callback);
                  });
      return true;
    }

    private static void write(HttpResponse answer, Response response, Callback callback) {
      response.setStatus(answer.status());
      answer
          .headers()
          .forEach(field -> response.getHeaders().add(field.getKey(), field.getValue()));
      if (answer.body() instanceof HttpResponse.Body.Whole whole) {
        response.write(true, ByteBuffer.wrap(whole.bytes()), callback);
      } else if (answer.body() instanceof HttpResponse.Body.Pieces pieces) {
        pieces.publisher().subscribe(new Writer(response, callback));
      } else {
        callback.succeeded();
      }
    }
  }

  /** Writes a piece, flushes it, then asks for the next. */
  private static final class Writer implements Flow.Subscriber<byte[]> {
    private final Response response;
    private final Callback callback;
    private Flow.@Nullable Subscription subscription;

    Writer(Response response, Callback callback) {
      this.response = response;
      this.callback = callback;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
      subscription.request(1);
    }

    @Override
    public void onNext(byte[] piece) {
      Flow.Subscription source = subscription;
      if (source != null) {
        response.write(
            false,
            ByteBuffer.wrap(piece),
            Callback.from(() -> source.request(1), failure -> source.cancel()));
      }
    }

    @Override
    public void onError(Throwable failure) {
      callback.failed(failure);
    }

    @Override
    public void onComplete() {
      response.write(true, null, callback);
    }
  }

  private record JettyRequest(Request request) implements HttpRequest {
    @Override
    public String method() {
      return request.getMethod();
    }

    @Override
    public String path() {
      return request.getHttpURI().getPath();
    }

    @Override
    public String query() {
      return Optional.ofNullable(request.getHttpURI().getQuery()).orElse("");
    }

    @Override
    public List<String> headers(String name) {
      return request.getHeaders().getValuesList(name);
    }

    @Override
    public byte[] body() throws IOException {
      try (InputStream body = Content.Source.asInputStream(request)) {
        byte[] bytes = body.readNBytes(MAX_BODY + 1);
        if (bytes.length > MAX_BODY) {
          body.transferTo(OutputStream.nullOutputStream()); // a reset would overtake the answer
          throw Failure.of(StatusCode.RESOURCE_EXHAUSTED, "The body is too large").asException();
        }
        return bytes;
      }
    }
  }

  /** A WebSocket of Jetty's, with the host's half of the contract. */
  public static final class JettySocket extends Session.Listener.AbstractAutoDemanding
      implements TextSocket {
    private final GraphQlEndpoint endpoint;
    private final HttpRequest handshake;
    private final Executor executor;
    private TextSocket.@Nullable Listener listener;

    JettySocket(GraphQlEndpoint endpoint, HttpRequest handshake, Executor executor) {
      this.endpoint = endpoint;
      this.handshake = handshake;
      this.executor = executor;
    }

    @Override
    public void onWebSocketOpen(Session session) {
      super.onWebSocketOpen(session);
      listener = endpoint.connect(handshake, this, executor);
    }

    @Override
    public void onWebSocketText(String message) {
      if (listener != null) {
        listener.onText(message);
      }
    }

    @Override
    public void onWebSocketClose(
        int code, String reason, org.eclipse.jetty.websocket.api.Callback callback) {
      callback.succeed();
      if (listener != null) {
        listener.onClosed();
      }
    }

    @Override
    public CompletionStage<Void> send(String text) {
      return org.eclipse.jetty.websocket.api.Callback.Completable.with(
          sent -> getSession().sendText(text, sent));
    }

    @Override
    public void close(int code, String reason) {
      getSession().close(code, reason, org.eclipse.jetty.websocket.api.Callback.NOOP);
    }
  }
}
