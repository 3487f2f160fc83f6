package io.triglot.runtime.graphql;

import io.triglot.runtime.http.TextSocket;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The messages that a server of {@code graphql-transport-ws} sends. */
enum SocketMessage {
  CONNECTION_ACK,
  PONG,
  NEXT,
  ERROR,
  COMPLETE;

  /** Sends a message that belongs to the connection. */
  CompletionStage<Void> sendTo(TextSocket socket, @Nullable Object payload) {
    return send(socket, null, payload);
  }

  /** Sends a message that belongs to an operation. */
  CompletionStage<Void> sendTo(TextSocket socket, String id, @Nullable Object payload) {
    return send(socket, id, payload);
  }

  private CompletionStage<Void> send(
      TextSocket socket, @Nullable String id, @Nullable Object payload) {
    Map<String, Object> message = new LinkedHashMap<>();
    if (id != null) {
      message.put("id", id);
    }
    message.put("type", name().toLowerCase(Locale.ROOT));
    if (payload != null) {
      message.put("payload", payload);
    }
    return socket.send(GraphQlJson.text(message));
  }

  /** A payload that must be an object. */
  @SuppressWarnings("unchecked") // a JSON object has no other keys
  static Map<String, @Nullable Object> object(@Nullable Object payload) {
    if (payload instanceof Map) {
      return (Map<String, @Nullable Object>) payload;
    }
    throw new MalformedRequestException("payload", "must be an object");
  }

  /**
   * The metadata in the payload of {@code connection_init}: its members that are text, and those of
   * a member {@code headers}, as clients customarily send them.
   */
  static Map<String, String> metadata(@Nullable Object payload) {
    Map<String, String> metadata = new LinkedHashMap<>();
    if (payload != null) {
      Map<String, @Nullable Object> members = object(payload);
      addTexts(members, metadata);
      if (members.get("headers") instanceof Map<?, ?> headers) {
        addTexts(headers, metadata);
      }
    }
    return metadata;
  }

  private static void addTexts(Map<?, ?> members, Map<String, String> metadata) {
    members.forEach(
        (name, value) -> {
          if (value instanceof String text) {
            metadata.put(String.valueOf(name), text);
          }
        });
  }
}
