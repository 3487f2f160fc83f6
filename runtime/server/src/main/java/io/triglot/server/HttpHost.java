package io.triglot.server;

import io.triglot.hosting.Limits;
import io.triglot.hosting.OpenExchanges;
import io.triglot.hosting.Port;
import io.triglot.hosting.Proxies;
import io.triglot.hosting.Tls;
import io.triglot.runtime.http.Cors;
import io.triglot.runtime.http.HttpEndpoint;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.jspecify.annotations.Nullable;

/** The HTTP port: Jetty with HTTP/1.1, HTTP/2 and WebSocket in front of an endpoint. */
final class HttpHost implements Port {
  private final Server server;
  private final DrainingConnector connector;
  private final ServerWebSocketContainer sockets;
  private final OpenExchanges exchanges = new OpenExchanges();
  private final RequestPatience patience;
  private int port;
  private CompletionStage<Void> left = CompletableFuture.completedStage(null);

  /**
   * A port that does not listen yet.
   *
   * @param server with the threads and nothing else
   */
  HttpHost(
      ServerSettings settings,
      CallThreads threads,
      Server server,
      HttpEndpoint endpoint,
      Map<String, SocketEndpoint> socketEndpoints) {
    Limits limits = settings.limits();
    this.server = server;
    connector =
        new DrainingConnector(server, protocols(limits, settings.tls(), settings.proxies()));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setAcceptQueueSize(Port.BACKLOG);
    connector.setIdleTimeout(limits.idleTimeout().toMillis());
    server.addConnector(connector);
    connector.addBean(new NetworkConnectionLimit(limits.maxConnections(), connector));
    sockets = ServerWebSocketContainer.ensure(server);
    sockets.setMaxTextMessageSize(limits.maxBodyBytes());
    sockets.setMaxFrameSize(limits.maxBodyBytes());
    sockets.setIdleTimeout(limits.idleTimeout());
    EndpointHandler calls = new EndpointHandler(endpoint, limits, threads.forHandler(), exchanges);
    patience =
        new RequestPatience(
            permitted(
                settings.cors(),
                new SocketHandler(calls, sockets, socketEndpoints, settings.cors())),
            limits.idleTimeout().plus(limits.requestTimeout()));
    connector.addBean(patience);
    server.setHandler(patience);
    server.setErrorHandler(new ProblemHandler());
  }

  /** A port that does not listen yet, with threads of its own. */
  static HttpHost of(
      ServerSettings settings, HttpEndpoint endpoint, Map<String, SocketEndpoint> socketEndpoints) {
    CallThreads threads = CallThreads.choose(settings.limits());
    return new HttpHost(
        settings, threads, new Server(threads.forHttp()), endpoint, socketEndpoints);
  }

  /** Adds what sees each request when it has been answered. Before the start. */
  void log(RequestLog requestLog) {
    server.setRequestLog(requestLog);
  }

  @Override
  public void start() {
    start("port");
  }

  /**
   * As {@link #start()}.
   *
   * @param setting the name of the builder's method that chooses the port
   */
  void start(String setting) {
    try {
      Lifecycles.start(server);
      port = connector.getLocalPort();
    } catch (UncheckedIOException e) {
      stop();
      throw Port.cannotListen(
          connector.getHost(), connector.getPort(), setting, Objects.requireNonNull(e.getCause()));
    }
  }

  /** The port that it was started on. */
  int port() {
    return port;
  }

  @Override
  public void look() {
    patience.look();
  }

  @Override
  public CompletionStage<Void> drain() {
    CompletionStage<Void> drained = exchanges.drain();
    left = connector.drain();
    return drained;
  }

  /** After {@link #drain}: done when the clients of HTTP/2 have left. */
  @Override
  public CompletionStage<Void> left() {
    return left;
  }

  @Override
  public boolean isQuiet() {
    return patience.isQuiet();
  }

  @Override
  public boolean isUnused() {
    return patience.isUnused();
  }

  @Override
  public void closeSockets() {
    sockets
        .getOpenSessions()
        .forEach(socket -> socket.close(StatusCode.SHUTDOWN, "Shutting down", Callback.NOOP));
  }

  /** Closes what is still open and interrupts what still runs. */
  @Override
  public void stop() {
    if (server.getThreadPool() instanceof QueuedThreadPool pool) {
      pool.setStopTimeout(1_000);
    }
    Lifecycles.stop(server);
  }

  private static Handler permitted(@Nullable Cors cors, Handler handler) {
    return cors == null ? handler : new CrossOriginHandler(cors, handler);
  }

  private static ConnectionFactory[] protocols(
      Limits limits, @Nullable Tls tls, @Nullable Proxies proxies) {
    HttpConfiguration http = new HttpConfiguration();
    http.setRequestHeaderSize(limits.maxHeaderBytes());
    http.setSendServerVersion(false);
    http.setUriCompliance(
        // Routes are matched on the encoded path, so %2F and %25 in a segment are plain text.
        UriCompliance.from(
            EnumSet.of(
                UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
                UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING)));
    if (tls != null) {
      http.addCustomizer(new SecureRequestCustomizer(false));
    }
    if (proxies != null) {
      http.addCustomizer(new ForwardedCustomizer(proxies));
    }
    if (tls == null) {
      return new ConnectionFactory[] {new HttpConnectionFactory(http), new ClearTextHttp2(http)};
    }
    SslContextFactory.Server ssl = new SslContextFactory.Server();
    ssl.setSslContext(tls.context());
    ssl.setNeedClientAuth(tls.parameters().getNeedClientAuth());
    ssl.setWantClientAuth(tls.parameters().getWantClientAuth());
    ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
    alpn.setDefaultProtocol("http/1.1");
    return new ConnectionFactory[] {
      new SslConnectionFactory(ssl, alpn.getProtocol()),
      alpn,
      new EncryptedHttp2(http),
      new HttpConnectionFactory(http)
    };
  }
}
