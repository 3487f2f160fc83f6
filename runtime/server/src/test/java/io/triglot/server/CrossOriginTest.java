package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.triglot.runtime.Caller;
import io.triglot.runtime.http.Cors;
import io.triglot.server.notes.NoteService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pages of another origin in a browser, and the requests by which it asks for them. */
@Timeout(120)
class CrossOriginTest {
  private static final String SHOP = "https://shop.example.com";

  /**
   * What a page sees of an API: each answer, or that the browser kept it back. The stream and the
   * socket each have a note that is written once they are open.
   */
  private static final String SCRIPT =
      """
      const api = "%s";
      const token = {"Authorization": "me", "Content-Type": "application/json"};
      const send = (path, init) => fetch(api + path, init)
          .then(async r => r.status + " " + r.headers.get("Location") + " " + await r.text())
          .catch(e => "kept back");
      const write = () => send("/notes",
          {method: "POST", headers: token, body: JSON.stringify({text: "Bread"})});
      const query = text => send("/graphql",
          {method: "POST", headers: token, body: JSON.stringify({query: text})});
      const seen = {
        get: await send("/notes/7"),
        refused: await send("/notes/7/next"),
        post: await write(),
        graphql: await query("{note(id: 7) {text}}"),
      };
      seen.events = await new Promise(done => {
        const events = new EventSource(api + "/note-changes");
        events.onopen = write;
        events.onmessage = e => { events.close(); done(e.data); };
        events.onerror = e => { events.close(); done("kept back"); };
      });
      seen.socket = await new Promise(done => {
        const socket = new WebSocket(api.replace("http", "ws") + "/graphql",
            "graphql-transport-ws");
        socket.onopen = () => socket.send('{"type":"connection_init"}');
        socket.onmessage = e => {
          const message = JSON.parse(e.data);
          if (message.type === "next") { socket.close(); done(message.payload); }
          if (message.type === "connection_ack") socket.send(JSON.stringify(
              {id: "1", type: "subscribe", payload: {query: "{note(id: 7) {text}}"}}));
        };
        socket.onerror = e => done("refused");
      });
      return seen;
      """;

  private final HttpClient client = TestHost.client(HttpClient.Version.HTTP_1_1);
  private final Queue<String> calls = new ConcurrentLinkedQueue<>();
  private Browser browser;

  @BeforeEach
  void begin() throws Exception {
    browser = new Browser();
  }

  @AfterEach
  void end() {
    browser.close();
  }

  @Test
  void letsAPageOfAnAllowedOriginCall(@TempDir Path profile) throws Exception {
    try (TriglotServer server = serve(Cors.origins(browser.origin()))) {
      assertThat(browser.run(profile, SCRIPT.formatted(base(server))))
          .contains(
              "\"get\":\"200 null {\\\"id\\\":\\\"7\\\",\\\"text\\\":\\\"Milk\\\"}\"",
              "\"refused\":\"504 null ",
              "\"post\":\"201 /notes/2 ",
              "\"graphql\":\"200 null {\\\"data\\\"",
              "\"events\":\"{\\\"id\\\":\\\"2\\\"",
              "\"socket\":{\"data\":{\"note\":{\"text\":\"Milk\"}}}");
    }
  }

  @Test
  void keepsAnswersFromAPageOfAnotherOrigin(@TempDir Path profile) throws Exception {
    for (Cors cors : new Cors[] {null, Cors.origins(SHOP)}) {
      try (TriglotServer server = serve(cors)) {
        String script = SCRIPT.formatted(base(server));
        assertThat(browser.run(profile.resolve(String.valueOf(cors != null)), script))
            .isEqualTo(
                "{\"get\":\"kept back\",\"refused\":\"kept back\",\"post\":\"kept back\","
                    + "\"graphql\":\"kept back\",\"events\":\"kept back\",\"socket\":\"refused\"}");
        assertThat(calls).doesNotContain("createNote");
      }
    }
  }

  @Test
  void answersPreflightsWithoutACall() throws Exception {
    try (TriglotServer server = serve(Cors.origins(SHOP).credentials())) {
      HttpResponse<String> allowed = preflight(server, SHOP);
      assertThat(allowed.statusCode()).isEqualTo(204);
      assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).hasValue(SHOP);
      assertThat(allowed.headers().firstValue("Access-Control-Allow-Credentials")).hasValue("true");
      assertThat(allowed.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
          .contains("Authorization");

      HttpResponse<String> refused = preflight(server, "https://evil.example.com");
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
      assertThat(calls).isEmpty();
    }
  }

  @Test
  void opensSocketsForItsOwnPagesAndForNoBrowser() {
    try (TriglotServer server = serve(null)) {
      assertThat(handshake(server, null)).isEqualTo(101);
      assertThat(handshake(server, base(server))).isEqualTo(101);
      assertThat(handshake(server, SHOP)).isEqualTo(403);
      assertThat(handshake(server, "null")).isEqualTo(403);
      assertThat(handshake(server, base(server) + ".evil.example.com")).isEqualTo(403);
    }
  }

  private TriglotServer serve(@Nullable Cors cors) {
    TriglotServer.Builder builder =
        TriglotServer.builder()
            .service(new NoteService())
            .authenticator(
                request ->
                    request.header("authorization").map(name -> new Caller(name, Set.of("writer"))))
            .observer(
                (operation, request) -> {
                  calls.add(operation.name());
                  return failure -> {};
                })
            .host("127.0.0.1")
            .port(0)
            .grpcPort(0);
    return (cors == null ? builder : builder.cors(cors)).start();
  }

  private static String base(TriglotServer server) {
    return "http://127.0.0.1:" + server.port();
  }

  private HttpResponse<String> preflight(TriglotServer server, String origin) throws Exception {
    return client.send(
        HttpRequest.newBuilder(server.uri().resolve("/notes"))
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST")
            .build(),
        BodyHandlers.ofString());
  }

  /** The status of the answer to the handshake of a socket. */
  private int handshake(TriglotServer server, @Nullable String origin) {
    WebSocket.Builder builder = client.newWebSocketBuilder().subprotocols("graphql-transport-ws");
    if (origin != null) {
      builder.header("Origin", origin);
    }
    URI uri = URI.create("ws://127.0.0.1:" + server.port() + "/graphql");
    Throwable failure =
        catchThrowable(() -> builder.buildAsync(uri, new WebSocket.Listener() {}).join().abort());
    if (failure == null) {
      return 101;
    }
    assertThat(failure).isInstanceOf(CompletionException.class);
    assertThat(failure.getCause()).isInstanceOf(WebSocketHandshakeException.class);
    return ((WebSocketHandshakeException) failure.getCause()).getResponse().statusCode();
  }
}
