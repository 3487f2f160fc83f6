package io.triglot.runtime.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.runtime.Api;
import io.triglot.runtime.Authenticator;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Caller;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How often GraphQL asks who calls, over HTTP and over a socket. */
class AuthenticationTest {
  private static final Failure INVALID =
      new Failure(
          StatusCode.UNAUTHENTICATED,
          Authenticator.INVALID_TOKEN,
          "The token has expired",
          List.of(),
          Map.of());

  private final AtomicInteger asked = new AtomicInteger();
  private final List<String> observed = new CopyOnWriteArrayList<>();
  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private volatile boolean expired;
  private final JettyHost host;

  AuthenticationTest() throws Exception {
    host =
        new JettyHost(
            GraphQlEndpoint.of(
                Api.builder()
                    .service(new Sample())
                    .authenticator(this::authenticate)
                    .observer(
                        (operation, request) -> {
                          observed.add(operation.name());
                          return failure -> {};
                        })
                    .build()));
  }

  private Optional<Caller> authenticate(CallRequest request) {
    asked.incrementAndGet();
    Optional<String> name = request.header("authorization");
    if (expired && name.isPresent()) {
      throw INVALID.asException();
    }
    if (name.equals(Optional.of("bug"))) {
      throw new IllegalStateException("bug");
    }
    return name.map(known -> new Caller(known, Set.of()));
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  void aRequestOfManyFieldsAsksOnce() throws Exception {
    String fields = "a: caller b: caller parents(count: 3) { label } c: greeting(name: \\\"c\\\")";

    assertThat(post("{" + fields + "}")).contains("\"a\":\"ann\",\"b\":\"ann\"", "label 2");
    assertThat(asked).hasValue(1);
    assertThat(observed)
        .containsExactlyInAnyOrder("caller", "caller", "parents", "greeting", "Parent.label");
  }

  @Test
  void aRefusalHoldsForAllFieldsOfARequest() throws Exception {
    expired = true;

    assertThat(post("{a: caller b: greeting(name: \\\"b\\\")}"))
        .containsPattern("The token has expired.*The token has expired");
    assertThat(asked).hasValue(1);
    assertThat(observed).hasSize(2);
  }

  @Test
  void aSubscriptionAsksOnceForAllItsEvents() throws Exception {
    WebSocket socket = initialised("ann");
    int before = asked.get();

    send(socket, subscribe("1", "subscription { count(to: 5) }"));
    while (!take().contains("complete")) {}

    assertThat(asked).hasValue(before + 1);
  }

  @Test
  void aSocketAsksForEachOperationAnewSinceTokensExpire() throws Exception {
    WebSocket socket = initialised("ann");
    assertThat(asked).hasValue(1);

    send(socket, subscribe("1", "{ a: caller b: caller }"));
    assertThat(take()).contains("\"a\":\"ann\"");
    assertThat(take()).contains("complete");
    assertThat(asked).hasValue(2);

    expired = true;
    send(socket, subscribe("2", "{ greeting(name: \\\"x\\\") }"));
    assertThat(take()).contains("The token has expired", "UNAUTHENTICATED");
  }

  @Test
  void aSocketIsClosedAtOnceWhereCredentialsAreNotValid() throws Exception {
    expired = true;
    initialise("ann");
    assertThat(take()).isEqualTo("closed 4403 The token has expired");
  }

  @Test
  void aSocketIsClosedWhereTheAuthenticatorFails() throws Exception {
    initialise("bug");
    assertThat(take()).isEqualTo("closed 4500 Internal error");
  }

  @Test
  void anAnonymousSocketIsOpened() throws Exception {
    expired = true;
    send(open(), "{\"type\": \"connection_init\"}");
    assertThat(take()).contains("connection_ack");
  }

  private String post(String query) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(host.uri("http"))
            .header("Content-Type", "application/json")
            .header("Authorization", "ann")
            .POST(HttpRequest.BodyPublishers.ofString("{\"query\": \"" + query + "\"}"))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private WebSocket initialised(String name) throws Exception {
    WebSocket socket = initialise(name);
    assertThat(take()).contains("connection_ack");
    return socket;
  }

  private WebSocket initialise(String name) {
    WebSocket socket = open();
    send(
        socket,
        "{\"type\": \"connection_init\", \"payload\": {\"authorization\": \"" + name + "\"}}");
    return socket;
  }

  private WebSocket open() {
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .subprotocols(GraphQlEndpoint.SUBPROTOCOL)
        .buildAsync(host.uri("ws"), new Collecting(received))
        .join();
  }

  private static void send(WebSocket socket, String text) {
    socket.sendText(text, true).join();
  }

  private static String subscribe(String id, String query) {
    return "{\"id\": \"%s\", \"type\": \"subscribe\", \"payload\": {\"query\": \"%s\"}}"
        .formatted(id, query);
  }

  private String take() throws InterruptedException {
    String message = received.poll(20, TimeUnit.SECONDS);
    assertThat(message).as("a message in time").isNotNull();
    return message;
  }

  private record Collecting(BlockingQueue<String> received) implements WebSocket.Listener {
    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      received.add(data.toString());
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      received.add("closed " + code + " " + reason);
      return null;
    }
  }
}
