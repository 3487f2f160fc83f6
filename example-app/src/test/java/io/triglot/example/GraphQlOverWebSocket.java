package io.triglot.example;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** GraphQL over a WebSocket: the graphql-transport-ws subprotocol. */
final class GraphQlOverWebSocket implements GraphQlClient.Transport {
  /** The close code of graphql-transport-ws for credentials that are not valid. */
  private static final int FORBIDDEN = 4403;

  private final Map<String, Consumer<JsonNode>> operations = new ConcurrentHashMap<>();
  private final CompletableFuture<JsonNode> acknowledged = new CompletableFuture<>();
  private final WebSocket socket;
  private int lastId;

  GraphQlOverWebSocket(int port, Optional<String> token) {
    WebSocket.Builder builder =
        HttpClient.newHttpClient().newWebSocketBuilder().subprotocols("graphql-transport-ws");
    token.ifPresent(t -> builder.header("Authorization", "Bearer " + t));
    socket =
        builder
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/graphql"), new Listener())
            .join();
    send(Map.of("type", "connection_init"));
  }

  @Override
  public JsonNode execute(GraphQlRequest request) {
    CompletableFuture<JsonNode> response = new CompletableFuture<>();
    start(
        request,
        message -> {
          switch (message.path("type").asText()) {
            case "next" -> response.complete(message.path("payload"));
            case "error" -> response.complete(errors(message));
            default -> response.completeExceptionally(new AssertionError("No response"));
          }
        });
    return await(response);
  }

  @Override
  public EventStream subscribe(GraphQlRequest request) {
    EventStream stream = new EventStream();
    String id =
        start(
            request,
            message -> {
              switch (message.path("type").asText()) {
                case "next" -> {
                  JsonNode payload = message.path("payload");
                  if (payload.has("errors")) {
                    stream.fail(GraphQlClient.failure(payload));
                  } else {
                    stream.add(GraphQlClient.event(payload));
                  }
                }
                case "error" -> stream.fail(GraphQlClient.failure(errors(message)));
                default -> stream.end();
              }
            });
    return stream.onClose(() -> send(Map.of("type", "complete", "id", id)));
  }

  @Override
  public void close() {
    if (!acknowledged.isCompletedExceptionally()) { // else the server has closed it
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }
  }

  /** Begins an operation, on a connection that has been acknowledged. */
  private String start(GraphQlRequest request, Consumer<JsonNode> operation) {
    await(acknowledged);
    return begin(request, operation);
  }

  private synchronized String begin(GraphQlRequest request, Consumer<JsonNode> operation) {
    String id = "" + ++lastId;
    operations.put(id, operation);
    send(Map.of("type", "subscribe", "id", id, "payload", request));
    return id;
  }

  private synchronized void send(Map<String, ?> message) {
    socket.sendText(Json.text(message), true).join();
  }

  /** An {@code error} message in the form of a response. */
  private static JsonNode errors(JsonNode message) {
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("errors", message.path("payload"));
    return Json.parse(Json.text(response));
  }

  private static <T> T await(CompletableFuture<T> future) {
    try {
      return future.orTimeout(30, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof CallFailure refused ? refused : e;
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        receive(Json.parse(text.toString()));
        text.setLength(0);
      }
      webSocket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
      if (statusCode == FORBIDDEN) {
        acknowledged.completeExceptionally(
            new CallFailure("UNAUTHENTICATED", "", reason, Map.of(), List.of()));
      }
      Map<String, Object> error = Map.of("type", "closed", "payload", statusCode + " " + reason);
      JsonNode message = Json.parse(Json.text(error));
      acknowledged.completeExceptionally(new AssertionError(message.toString()));
      operations.values().forEach(operation -> operation.accept(message));
      return null;
    }

    private void receive(JsonNode message) {
      switch (message.path("type").asText()) {
        case "connection_ack" -> acknowledged.complete(message);
        case "ping" -> send(Map.of("type", "pong"));
        default -> {
          Consumer<JsonNode> operation = operations.get(message.path("id").asText());
          if (operation != null) {
            operation.accept(message);
          }
        }
      }
    }
  }
}
