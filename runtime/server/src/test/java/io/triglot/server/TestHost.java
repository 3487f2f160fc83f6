package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.runtime.http.HttpEndpoint;
import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.HttpResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** An HTTP port on 127.0.0.1 in front of an endpoint of a test. */
final class TestHost implements AutoCloseable {
  static final ServerSettings SETTINGS =
      ServerSettings.DEFAULTS.withHost("127.0.0.1").withPorts(0, 0);

  final HttpHost http;

  private TestHost(
      ServerSettings settings, HttpEndpoint endpoint, Map<String, SocketEndpoint> sockets) {
    http = HttpHost.of(settings, endpoint, sockets);
    http.start();
  }

  static TestHost of(HttpEndpoint endpoint) {
    return of(SETTINGS, endpoint);
  }

  static TestHost of(ServerSettings settings, HttpEndpoint endpoint) {
    return new TestHost(settings, endpoint, Map.of());
  }

  static TestHost of(ServerSettings settings, SocketEndpoint socket) {
    return new TestHost(settings, answering(HttpResponse.of(404)), Map.of("/socket", socket));
  }

  /** An endpoint that may block. */
  static HttpEndpoint blocking(Function<HttpRequest, HttpResponse> answer) {
    return endpoint(true, request -> CompletableFuture.completedFuture(answer.apply(request)));
  }

  /** An endpoint that does not block. */
  static HttpEndpoint nonBlocking(Function<HttpRequest, CompletionStage<HttpResponse>> answer) {
    return endpoint(false, answer);
  }

  static HttpEndpoint answering(HttpResponse response) {
    return nonBlocking(request -> CompletableFuture.completedFuture(response));
  }

  /** Both versions of HTTP, without TLS; a client each, because connections are kept. */
  static HttpClient client(HttpClient.Version version) {
    return HttpClient.newBuilder().version(version).build();
  }

  /**
   * A client of a {@link TriglotServer} whose connection speaks that version already. A body of
   * unknown length upgrades none; and where much follows the answer that upgrades one, the JDK's
   * client sometimes loses its place in it.
   */
  static HttpClient connected(HttpClient.Version version, URI server) throws Exception {
    HttpClient client = client(version);
    java.net.http.HttpRequest request =
        java.net.http.HttpRequest.newBuilder(server.resolve("/health/live")).build();
    assertThat(client.send(request, BodyHandlers.discarding()).version()).isEqualTo(version);
    return client;
  }

  int port() {
    return http.port();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  @Override
  public void close() {
    http.stop();
  }

  private static HttpEndpoint endpoint(
      boolean blocking, Function<HttpRequest, CompletionStage<HttpResponse>> answer) {
    return request ->
        new HttpEndpoint.Exchange() {
          @Override
          public boolean blocking() {
            return blocking;
          }

          @Override
          public CompletionStage<HttpResponse> respond() {
            return answer.apply(request);
          }
        };
  }
}
