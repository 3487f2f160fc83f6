package io.triglot.runtime.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.runtime.Api;
import io.triglot.runtime.Caller;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The graphql-transport-ws protocol, with the JDK's WebSocket client on a real socket. */
class GraphQlSocketTest {
  private static final String INIT = "{\"type\": \"connection_init\"}";
  private static final String ACK = "{\"type\":\"connection_ack\"}";

  private final Sample sample = new Sample();
  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private final JettyHost host;

  GraphQlSocketTest() throws Exception {
    host = host(10_000);
  }

  @AfterEach
  void stop() throws Exception {
    host.close();
  }

  @Test
  void aSubscriptionSendsItsResultsAndCompletes() throws Exception {
    WebSocket socket = initialised(host);
    send(socket, subscribe("1", "subscription { count(to: 2) }"));
    assertThat(take())
        .isEqualTo("{\"id\":\"1\",\"type\":\"next\",\"payload\":{\"data\":{\"count\":1}}}");
    assertThat(take())
        .isEqualTo("{\"id\":\"1\",\"type\":\"next\",\"payload\":{\"data\":{\"count\":2}}}");
    assertThat(take()).isEqualTo("{\"id\":\"1\",\"type\":\"complete\"}");
    assertThat(sample.subscriptions.get(0).requests).containsOnly(1L);
  }

  @Test
  void queriesAndMutationsHaveOneResult() throws Exception {
    WebSocket socket = initialised(host);
    send(socket, subscribe("m", "mutation { add(amount: 2) }"));
    assertThat(take()).contains("{\"data\":{\"add\":2}}");
    assertThat(take()).isEqualTo("{\"id\":\"m\",\"type\":\"complete\"}");
  }

  @Test
  void aClientThatCompletesCancelsTheSourceAndMayUseTheIdAgain() throws Exception {
    WebSocket socket = initialised(host);
    send(socket, subscribe("1", "subscription { count(to: 1000000000) }"));
    assertThat(take()).contains("\"count\":1}");
    send(socket, "{\"id\": \"1\", \"type\": \"complete\"}");
    sample.subscriptions.get(0).cancelled.get(20, TimeUnit.SECONDS);
    send(socket, subscribe("1", "{ greeting(name: \"again\") }"));
    assertThat(takeUntil("again")).contains("\"id\":\"1\"");
  }

  @Test
  void aClosedSocketCancelsTheSource() throws Exception {
    WebSocket socket = initialised(host);
    send(socket, subscribe("1", "subscription { count(to: 1000000000) }"));
    assertThat(take()).contains("\"count\":1}");
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    sample.subscriptions.get(0).cancelled.get(20, TimeUnit.SECONDS);
  }

  @Test
  void aRequestThatCannotBeExecutedIsAnError() throws Exception {
    WebSocket socket = initialised(host);
    send(socket, subscribe("1", "{ nothing }"));
    assertThat(take())
        .startsWith("{\"id\":\"1\",\"type\":\"error\",\"payload\":[{\"message\":")
        .contains("\"code\":\"INVALID_ARGUMENT\"");
    send(socket, subscribe("1", "{ greeting(name: \"b\") }"));
    assertThat(take()).contains("Hello b");
  }

  @Test
  void aDocumentThatTheServerDoesNotKnowByItsHashIsAnError() throws Exception {
    WebSocket socket = initialised(host);
    send(
        socket,
        "{\"id\": \"1\", \"type\": \"subscribe\", \"payload\": {\"extensions\":"
            + " {\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"00\"}}}}");
    assertThat(take()).contains("\"id\":\"1\"", "\"type\":\"error\"", "PersistedQueryNotFound");
    send(socket, subscribe("1", "{ greeting(name: \"b\") }"));
    assertThat(take()).contains("Hello b");
  }

  @Test
  void aSourceThatBreaksOffIsAnError() throws Exception {
    WebSocket socket = initialised(host);
    send(socket, subscribe("1", "subscription { count(to: -1) }"));
    assertThat(take()).contains("\"count\":1}");
    assertThat(take()).contains("\"type\":\"error\"", "The count broke off", "UNAVAILABLE");
  }

  @Test
  void thePayloadOfInitAuthenticates() throws Exception {
    WebSocket socket = open(host);
    send(socket, "{\"type\": \"connection_init\", \"payload\": {\"Authorization\": \"ann\"}}");
    assertThat(take()).isEqualTo(ACK);
    send(socket, subscribe("1", "{ caller }"));
    assertThat(take()).contains("\"caller\":\"ann\"");
  }

  @Test
  void headersInsideThePayloadOfInitAuthenticateToo() throws Exception {
    WebSocket socket = open(host);
    send(
        socket,
        "{\"type\": \"connection_init\", \"payload\": {\"headers\": {\"authorization\": \"bob\"},"
            + " \"n\": 1}}");
    assertThat(take()).isEqualTo(ACK);
    send(socket, subscribe("1", "{ caller }"));
    assertThat(take()).contains("\"caller\":\"bob\"");
  }

  @Test
  void theHandshakeAuthenticatesWhereInitDoesNot() throws Exception {
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .subprotocols(GraphQlEndpoint.SUBPROTOCOL)
            .header("Authorization", "eve")
            .buildAsync(host.uri("ws"), new Collecting(received))
            .join();
    send(socket, INIT);
    assertThat(take()).isEqualTo(ACK);
    send(socket, subscribe("1", "{ caller }"));
    assertThat(take()).contains("\"caller\":\"eve\"");
  }

  @Test
  void aPingIsAnsweredWithItsPayload() throws Exception {
    WebSocket socket = open(host);
    send(socket, "{\"type\": \"ping\"}");
    assertThat(take()).isEqualTo("{\"type\":\"pong\"}");
    send(socket, "{\"type\": \"pong\"}");
    send(socket, "{\"type\": \"ping\", \"payload\": {\"a\": 1}}");
    assertThat(take()).isEqualTo("{\"type\":\"pong\",\"payload\":{\"a\":1}}");
  }

  @Test
  void subscribingBeforeInitIsUnauthorized() throws Exception {
    send(open(host), subscribe("1", "{ caller }"));
    assertThat(take()).isEqualTo("closed 4401 Unauthorized");
  }

  @Test
  void aSecondInitIsOneTooMany() throws Exception {
    send(initialised(host), INIT);
    assertThat(take()).isEqualTo("closed 4429 Too many initialisation requests");
  }

  @Test
  void anIdInUseClosesTheSocketAndCancelsItsOperations() throws Exception {
    WebSocket socket = initialised(host);
    send(socket, subscribe("1", "subscription { count(to: 1000000000) }"));
    assertThat(take()).contains("\"count\":1}");
    send(socket, subscribe("1", "{ caller }"));
    assertThat(takeUntil("closed")).isEqualTo("closed 4409 Subscriber for 1 already exists");
    sample.subscriptions.get(0).cancelled.get(20, TimeUnit.SECONDS);
  }

  @RepeatedTest(100) // its time may be up before the server has taken note of it
  void aSilentClientIsClosedWhenItsTimeIsUp() throws Exception {
    JettyHost impatient = host(1);
    try {
      open(impatient);
      assertThat(take()).isEqualTo("closed 4408 Connection initialisation timeout");
    } finally {
      impatient.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no json",
        "[]",
        "{}",
        "{\"type\": \"start\"}",
        "{\"type\": \"subscribe\", \"payload\": {\"query\": \"{ caller }\"}}",
        "{\"type\": \"subscribe\", \"id\": \"1\"}",
        "{\"type\": \"subscribe\", \"id\": \"1\", \"payload\": {\"query\": 1}}",
        "{\"type\": \"complete\"}",
      })
  void aMessageThatIsNotOfTheProtocolClosesTheSocket(String message) throws Exception {
    send(initialised(host), message);
    assertThat(take()).startsWith("closed 4400 Invalid message: ");
  }

  private JettyHost host(long initTimeoutMillis) throws Exception {
    return new JettyHost(
        GraphQlEndpoint.of(
            Api.builder()
                .service(sample)
                .authenticator(
                    request ->
                        request.header("authorization").map(name -> new Caller(name, Set.of())))
                .build(),
            initTimeoutMillis));
  }

  private WebSocket initialised(JettyHost host) throws Exception {
    WebSocket socket = open(host);
    send(socket, INIT);
    assertThat(take()).isEqualTo(ACK);
    return socket;
  }

  private WebSocket open(JettyHost host) {
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .subprotocols(GraphQlEndpoint.SUBPROTOCOL)
            .buildAsync(host.uri("ws"), new Collecting(received))
            .join();
    assertThat(socket.getSubprotocol()).isEqualTo("graphql-transport-ws");
    return socket;
  }

  private static void send(WebSocket socket, String text) {
    socket.sendText(text, true).join();
  }

  private static String subscribe(String id, String query) {
    return "{\"id\": \"%s\", \"type\": \"subscribe\", \"payload\": {\"query\": \"%s\"}}"
        .formatted(id, query.replace("\"", "\\\""));
  }

  private String take() throws InterruptedException {
    String message = received.poll(20, TimeUnit.SECONDS);
    assertThat(message).as("a message in time").isNotNull();
    return message;
  }

  private String takeUntil(String part) throws InterruptedException {
    String message = take();
    while (!message.contains(part)) {
      message = take();
    }
    return message;
  }

  private record Collecting(BlockingQueue<String> received, StringBuilder parts)
      implements WebSocket.Listener {
    Collecting(BlockingQueue<String> received) {
      this(received, new StringBuilder());
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      parts.append(data);
      if (last) {
        received.addAll(List.of(parts.toString()));
        parts.setLength(0);
      }
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
