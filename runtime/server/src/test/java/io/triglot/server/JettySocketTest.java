package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.triglot.hosting.Limits;
import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.TextSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JettySocketTest {
  private final RecordingEndpoint endpoint = new RecordingEndpoint();
  private final Client client = new Client();

  @Test
  void agreesOnTheSubprotocolAndHandsTheHandshakeOver() throws Exception {
    try (TestHost host = TestHost.of(TestHost.SETTINGS, endpoint)) {
      WebSocket socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .subprotocols("other", "chat")
              .header("Authorization", "Bearer x")
              .buildAsync(URI.create(uri(host) + "?a=b"), client)
              .get();

      assertThat(socket.getSubprotocol()).isEqualTo("chat");
      HttpRequest handshake = endpoint.handshake.get();
      assertThat(handshake.path()).isEqualTo("/socket");
      assertThat(handshake.query()).isEqualTo("a=b");
      assertThat(handshake.header("authorization")).hasValue("Bearer x");
      assertThat(handshake.header("absent")).isEmpty();
    }
  }

  @Test
  void refusesAClientWithoutTheSubprotocol() {
    try (TestHost host = TestHost.of(TestHost.SETTINGS, endpoint)) {
      assertThatThrownBy(
              () ->
                  HttpClient.newHttpClient()
                      .newWebSocketBuilder()
                      .buildAsync(uri(host), client)
                      .get())
          .cause()
          .isInstanceOfSatisfying(
              WebSocketHandshakeException.class,
              e -> assertThat(e.getResponse().statusCode()).isEqualTo(400));
    }
  }

  @Test
  void leavesHandshakesOnOtherPathsToTheEndpointOfRequests() {
    try (TestHost host = TestHost.of(TestHost.SETTINGS, endpoint)) {
      URI elsewhere = URI.create(uri(host) + "/elsewhere");
      assertThatThrownBy(() -> connect(elsewhere))
          .cause()
          .isInstanceOfSatisfying(
              WebSocketHandshakeException.class,
              e -> assertThat(e.getResponse().statusCode()).isEqualTo(404));
    }
  }

  @Test
  void carriesTextBothWaysInOrder() throws Exception {
    try (TestHost host = TestHost.of(TestHost.SETTINGS, endpoint)) {
      WebSocket socket = connect(uri(host));
      String large = "ü".repeat(300_000);
      socket.sendText("one", true).get();
      socket.sendText(large, true).get();

      assertThat(endpoint.texts.take()).isEqualTo("one");
      assertThat(endpoint.texts.take()).isEqualTo(large);

      TextSocket answering = endpoint.socket.get();
      answering.send(large);
      answering.send("two").toCompletableFuture().get();
      assertThat(client.texts.take()).isEqualTo(large);
      assertThat(client.texts.take()).isEqualTo("two");
    }
  }

  @Test
  void tellsBothSidesOfAClose() throws Exception {
    try (TestHost host = TestHost.of(TestHost.SETTINGS, endpoint)) {
      connect(uri(host));
      endpoint.socket.get().close(4400, "Not like this");

      assertThat(client.closed.get()).isEqualTo("4400 Not like this");
      endpoint.closed.get();
    }
  }

  @Test
  void tellsTheListenerThatTheClientHasClosed() throws Exception {
    try (TestHost host = TestHost.of(TestHost.SETTINGS, endpoint)) {
      connect(uri(host)).sendClose(WebSocket.NORMAL_CLOSURE, "bye").get();

      endpoint.closed.get();
    }
  }

  @Test
  void tellsTheListenerThatTheConnectionIsLost() throws Exception {
    try (TestHost host = TestHost.of(TestHost.SETTINGS, endpoint)) {
      connect(uri(host)).abort();

      endpoint.closed.get();
    }
  }

  @Test
  void failsASendToAClientThatHasGone() throws Exception {
    try (TestHost host = TestHost.of(TestHost.SETTINGS, endpoint)) {
      connect(uri(host)).abort();
      endpoint.closed.get();

      CompletionStage<Void> sent = endpoint.socket.get().send("anybody there?");
      assertThatThrownBy(() -> sent.toCompletableFuture().get())
          .isInstanceOf(ExecutionException.class);
    }
  }

  @Test
  void refusesAMessageThatIsTooLarge() throws Exception {
    ServerSettings small = TestHost.SETTINGS.withLimits(Limits.DEFAULTS.withMaxBodyBytes(100));
    try (TestHost host = TestHost.of(small, endpoint)) {
      connect(uri(host)).sendText("x".repeat(101), true);

      assertThat(client.closed.get()).startsWith("1009 ");
      endpoint.closed.get();
      assertThat(endpoint.texts).isEmpty();
    }
  }

  @Test
  void refusesBinaryMessages() throws Exception {
    try (TestHost host = TestHost.of(TestHost.SETTINGS, endpoint)) {
      connect(uri(host)).sendBinary(ByteBuffer.wrap(new byte[] {1}), true);

      assertThat(client.closed.get()).isEqualTo("1003 Only text is understood");
    }
  }

  @Test
  void closesWithAnErrorWhereTheListenerBreaksItsPromise() throws Exception {
    endpoint.broken = true;
    try (TestHost host = TestHost.of(TestHost.SETTINGS, endpoint)) {
      connect(uri(host)).sendText("boom", true);

      assertThat(client.closed.get()).startsWith("1011 ").doesNotContain("secret");
      endpoint.closed.get();
    }
  }

  @Test
  void lendsThreadsThatMayBlock() throws Exception {
    try (TestHost host = TestHost.of(TestHost.SETTINGS, endpoint)) {
      connect(uri(host));
      CompletableFuture<String> released = new CompletableFuture<>();
      CompletableFuture<String> done = new CompletableFuture<>();
      endpoint.executor.get().execute(() -> done.complete(released.join()));
      endpoint.executor.get().execute(() -> released.complete("released"));

      assertThat(done.get()).isEqualTo("released");
    }
  }

  @Test
  void letsASenderWaitForASlowClient() throws Exception {
    String message = "x".repeat(64 * 1024);
    client.reading = false;
    try (TestHost host = TestHost.of(TestHost.SETTINGS, endpoint)) {
      WebSocket slow = connect(uri(host));
      TextSocket socket = endpoint.socket.get();
      CompletableFuture<Void> last;
      int sent = 0;
      do {
        last = socket.send(message).toCompletableFuture();
        sent++;
        assertThat(sent).as("64 KiB messages that nobody reads").isLessThan(1_000);
      } while (leftWithin(last, 2));

      slow.request(Long.MAX_VALUE);
      last.get();
    }
  }

  @Test
  void keepsASilentSocketWhoseClientIsAlive() throws Exception {
    try (TestHost host = TestHost.of(impatient(), endpoint)) {
      connect(uri(host));
      assertThat(leftWithin(endpoint.closed, 1)).isFalse();

      endpoint.socket.get().send("still here");
      assertThat(client.texts.take()).isEqualTo("still here");
      assertThat(client.pings).isNotEmpty();
    }
  }

  @Test
  void closesASilentSocketWhoseClientIsNot() throws Exception {
    try (TestHost host = TestHost.of(impatient(), endpoint);
        Socket dead = new Socket(InetAddress.getByName("127.0.0.1"), host.port())) {
      String handshake =
          "GET /socket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
              + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
              + "Sec-WebSocket-Protocol: chat\r\n\r\n";
      dead.getOutputStream().write(handshake.getBytes(StandardCharsets.US_ASCII));

      endpoint.closed.get();
    }
  }

  private WebSocket connect(URI uri) throws ExecutionException, InterruptedException {
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .subprotocols("chat")
        .buildAsync(uri, client)
        .get();
  }

  private static URI uri(TestHost host) {
    return URI.create("ws://127.0.0.1:" + host.port() + "/socket");
  }

  private static ServerSettings impatient() {
    return TestHost.SETTINGS.withLimits(Limits.DEFAULTS.withIdleTimeout(Duration.ofMillis(100)));
  }

  private static boolean leftWithin(CompletableFuture<Void> stage, int seconds)
      throws ExecutionException, InterruptedException {
    try {
      stage.get(seconds, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  private static final class RecordingEndpoint implements SocketEndpoint, TextSocket.Listener {
    final CompletableFuture<HttpRequest> handshake = new CompletableFuture<>();
    final CompletableFuture<TextSocket> socket = new CompletableFuture<>();
    final CompletableFuture<Executor> executor = new CompletableFuture<>();
    final CompletableFuture<Void> closed = new CompletableFuture<>();
    final LinkedBlockingQueue<String> texts = new LinkedBlockingQueue<>();
    volatile boolean broken;

    @Override
    public String subprotocol() {
      return "chat";
    }

    @Override
    public TextSocket.Listener connect(HttpRequest request, TextSocket opened, Executor threads) {
      handshake.complete(request);
      executor.complete(threads);
      socket.complete(opened);
      return this;
    }

    @Override
    public void onText(String text) {
      if (broken) {
        throw new IllegalStateException("secret");
      }
      texts.add(text);
    }

    @Override
    public void onClosed() {
      closed.complete(null);
    }
  }

  private static final class Client implements WebSocket.Listener {
    final LinkedBlockingQueue<String> texts = new LinkedBlockingQueue<>();
    final LinkedBlockingQueue<ByteBuffer> pings = new LinkedBlockingQueue<>();
    final CompletableFuture<String> closed = new CompletableFuture<>();
    volatile boolean reading = true;
    private final StringBuilder partial = new StringBuilder();

    @Override
    public void onOpen(WebSocket socket) {
      if (reading) {
        socket.request(Long.MAX_VALUE);
      }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      partial.append(part);
      if (last) {
        texts.add(partial.toString());
        partial.setLength(0);
      }
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer payload) {
      pings.add(payload);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(code + " " + reason);
      return null;
    }
  }
}
