package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.triglot.hosting.Proxies;
import io.triglot.runtime.Caller;
import io.triglot.runtime.RateLimit;
import io.triglot.server.notes.NoteService;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a server knows of its clients behind proxies. */
@Timeout(60)
class ProxiesOnServerTest {
  private final HttpClient client = TestHost.client(HttpClient.Version.HTTP_1_1);

  /** Of each call, the protocol, the client's address, and how it reached the server. */
  private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

  @Test
  void isRightBehindNginx(@TempDir Path folder) throws Exception {
    try (TriglotServer server = serve(Proxies.xForwarded(Nginx.ADDRESS).withPrefix());
        Nginx nginx = Nginx.before(server, folder)) {
      HttpResponse<String> created =
          client.send(
              HttpRequest.newBuilder(nginx.uri("/shop/notes"))
                  .header("Content-Type", "application/json")
                  .header("Authorization", "me")
                  .header("X-Forwarded-For", "6.6.6.6")
                  .POST(BodyPublishers.ofString("{\"text\":\"Bread\"}"))
                  .build(),
              BodyHandlers.ofString());

      assertThat(created.statusCode()).isEqualTo(201);
      assertThat(created.headers().firstValue("Location")).hasValue("/shop/notes/2");
      assertThat(next()).isEqualTo("REST 127.0.0.1 https shop.example.com");
      assertThat(get(nginx.uri("/shop/openapi.json")).body())
          .containsPattern("\"url\" : \"/shop/\"");
      assertThat(get(nginx.uri("/shop/")).body()).contains("href=\"./graphql\"");
      assertThat(get(nginx.uri("/shop/_triglot/page.css")).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void believesNobodyElse() throws Exception {
    try (TriglotServer server = serve(Proxies.xForwarded(Nginx.ADDRESS).withPrefix());
        NoteClient rpcs = new NoteClient(server)) {
      String[] spoofed = {
        "X-Forwarded-For", "6.6.6.6", "X-Forwarded-Proto", "https", "X-Forwarded-Prefix", "/evil"
      };

      get(server.uri().resolve("/notes/7"), spoofed);
      assertThat(next()).isEqualTo("REST 127.0.0.1 http 127.0.0.1:" + server.port());
      assertThat(get(server.uri().resolve("/openapi.json"), spoofed).body()).doesNotContain("evil");
      rpcs.graphQl("{note(id:7){id}}", spoofed);
      assertThat(next()).startsWith("GRAPHQL 127.0.0.1");
      NoteClient.call(
          ClientInterceptors.intercept(
              rpcs.channel(), MetadataUtils.newAttachHeadersInterceptor(metadata("6.6.6.6"))),
          "Note",
          "id",
          "7");
      assertThat(next()).startsWith("GRPC 127.0.0.1");
    }
  }

  @Test
  void knowsTheClientOnEveryProtocol() throws Exception {
    try (TriglotServer server = serve(Proxies.xForwarded("127.0.0.1", "10.0.0.0/8"));
        NoteClient rpcs = new NoteClient(server)) {
      String[] headers = {
        "X-Forwarded-For", "6.6.6.6, 203.0.113.7, 10.1.1.1",
        "X-Forwarded-Proto", "https",
        "X-Forwarded-Host", "shop.example.com"
      };

      get(server.uri().resolve("/notes/7"), headers);
      assertThat(next()).isEqualTo("REST 203.0.113.7 https shop.example.com");
      rpcs.graphQl("{note(id:7){id}}", headers);
      assertThat(next()).startsWith("GRAPHQL 203.0.113.7");
      NoteClient.call(
          ClientInterceptors.intercept(
              rpcs.channel(),
              MetadataUtils.newAttachHeadersInterceptor(metadata("6.6.6.6, 203.0.113.7"))),
          "Note",
          "id",
          "7");
      assertThat(next()).startsWith("GRPC 203.0.113.7");
    }
  }

  @Test
  void limitsEachClientBehindAProxy() throws Exception {
    try (TriglotServer server =
        builder(Proxies.forwarded("127.0.0.1"))
            .rateLimit(RateLimit.perAddress(1, Duration.ofHours(1)))
            .start()) {
      URI note = server.uri().resolve("/notes/7");

      assertThat(get(note, "Forwarded", "for=203.0.113.7").statusCode()).isEqualTo(200);
      assertThat(get(note, "Forwarded", "for=6.6.6.6, for=203.0.113.7").statusCode())
          .isEqualTo(429);
      assertThat(get(note, "Forwarded", "for=203.0.113.8").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void opensSocketsForPagesThatTheProxyServes() throws Exception {
    try (TriglotServer server = serve(Proxies.forwarded("127.0.0.1"))) {
      WebSocket socket =
          client
              .newWebSocketBuilder()
              .subprotocols("graphql-transport-ws")
              .header("Origin", "https://shop.example.com")
              .header("Forwarded", "for=203.0.113.7;host=shop.example.com;proto=https")
              .buildAsync(
                  URI.create("ws://127.0.0.1:" + server.port() + "/graphql"),
                  new WebSocket.Listener() {})
              .join();
      assertThat(socket.getSubprotocol()).isEqualTo("graphql-transport-ws");
      socket.abort();
    }
  }

  private TriglotServer serve(Proxies proxies) {
    return builder(proxies).start();
  }

  private TriglotServer.Builder builder(Proxies proxies) {
    return TriglotServer.builder()
        .service(new NoteService())
        .authenticator(
            request ->
                request.header("authorization").map(name -> new Caller(name, Set.of("writer"))))
        .observer(
            (operation, request) -> {
              calls.add(
                  String.join(
                      " ",
                      request.protocol().name(),
                      request
                          .transport(InetSocketAddress.class)
                          .map(client -> client.getAddress().getHostAddress())
                          .orElse("?"),
                      request.address().scheme(),
                      request.address().authority()));
              return failure -> {};
            })
        .proxies(proxies)
        .host("127.0.0.1")
        .port(0)
        .grpcPort(0);
  }

  private static Metadata metadata(String client) {
    Metadata metadata = new Metadata();
    metadata.put(Metadata.Key.of("x-forwarded-for", Metadata.ASCII_STRING_MARSHALLER), client);
    return metadata;
  }

  private String next() throws InterruptedException {
    return String.valueOf(calls.poll(20, TimeUnit.SECONDS));
  }

  private HttpResponse<String> get(URI uri, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
