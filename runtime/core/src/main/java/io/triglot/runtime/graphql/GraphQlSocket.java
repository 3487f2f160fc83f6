package io.triglot.runtime.graphql;

import io.triglot.runtime.CallSlots;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.TextSocket;
import io.triglot.runtime.time.Alarm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of one connection of the {@code graphql-transport-ws} protocol: tells what the
 * client may do when, and closes the socket with the protocol's own codes when it does something
 * else.
 */
final class GraphQlSocket implements TextSocket.Listener {
  private static final int MAX_ID_IN_REASON = 30;

  /** 123 bytes may follow the code (RFC 6455, section 5.5). */
  private static final int MAX_REASON = 40;

  private final Execution execution;
  private final HttpRequest handshake;
  private final TextSocket socket;
  private final Executor executor;
  private final CallSlots slots;
  private final Map<String, SocketOperation> operations = new ConcurrentHashMap<>();
  private volatile @Nullable Alarm patience;
  private boolean initialising;
  private volatile @Nullable GraphQlRequest request;
  private volatile boolean closed;

  GraphQlSocket(
      Execution execution,
      HttpRequest handshake,
      TextSocket socket,
      Executor executor,
      CallSlots slots) {
    this.execution = execution;
    this.handshake = handshake;
    this.socket = socket;
    this.executor = executor;
    this.slots = slots;
  }

  /** Waits so long for the client to introduce itself; that may be over before this returns. */
  GraphQlSocket await(long initTimeoutMillis) {
    patience =
        Alarm.after(
            Duration.ofMillis(initTimeoutMillis),
            () -> {
              if (request == null) {
                close(4408, "Connection initialisation timeout");
              }
            });
    return this;
  }

  @Override
  public void onText(String text) {
    if (closed) {
      return;
    }
    try {
      receive(GraphQlJson.object(text, "message"));
    } catch (MalformedRequestException malformed) {
      close(4400, "Invalid message: " + malformed.failure().message());
    }
  }

  @Override
  public void onClosed() {
    end();
  }

  private void receive(Map<String, @Nullable Object> message) {
    Object payload = message.get("payload");
    switch (String.valueOf(message.get("type"))) {
      case "connection_init" -> initialise(payload);
      case "ping" -> SocketMessage.PONG.sendTo(socket, payload);
      case "pong" -> {}
      case "subscribe" -> subscribe(id(message), payload);
      case "complete" -> {
        cancel(id(message));
      }
      default -> throw new MalformedRequestException("type", "is not one of the protocol's");
    }
  }

  private void initialise(@Nullable Object payload) {
    if (initialising) {
      close(4429, "Too many initialisation requests");
      return;
    }
    initialising = true;
    GraphQlRequest sent = GraphQlRequest.of(handshake, SocketMessage.metadata(payload));
    executor.execute(() -> acknowledge(sent));
  }

  /**
   * Refuses credentials that are not valid at once. They are looked at again for each operation,
   * since a socket may be open for longer than they are valid.
   */
  private void acknowledge(GraphQlRequest sent) {
    Optional<Failure> refusal = execution.refusal(sent);
    if (refusal.isPresent()) {
      boolean known = refusal.get().code() != StatusCode.INTERNAL;
      close(known ? 4403 : 4500, refusal.get().message());
    } else if (!closed) {
      request = sent;
      stopWaiting();
      SocketMessage.CONNECTION_ACK.sendTo(socket, null);
    }
  }

  private void subscribe(String id, @Nullable Object payload) {
    GraphQlRequest caller = request;
    if (caller == null) {
      close(4401, "Unauthorized");
      return;
    }
    GraphQlParameters parameters = GraphQlParameters.of(SocketMessage.object(payload));
    SocketOperation operation =
        new SocketOperation(id, execution, socket, self -> finish(id, self));
    if (operations.containsKey(id)) {
      close(4409, "Subscriber for " + shortened(id, MAX_ID_IN_REASON) + " already exists");
      return;
    }
    if (!slots.take()) {
      SocketMessage.ERROR.sendTo(
          socket, id, List.of(FailureError.of(slots.refusal()).toSpecification()));
      return;
    }
    operations.put(id, operation); // messages come one by one, so that none else has put one
    executor.execute(() -> operation.start(parameters, caller));
  }

  private void close(int code, String reason) {
    end();
    socket.close(code, shortened(reason, MAX_REASON));
  }

  private void end() {
    closed = true;
    stopWaiting();
    operations.keySet().forEach(this::cancel);
  }

  private void stopWaiting() {
    Alarm set = patience;
    if (set != null) {
      set.cancel();
    }
  }

  private void cancel(String id) {
    SocketOperation operation = operations.get(id);
    if (operation != null && finish(id, operation)) {
      operation.cancel();
    }
  }

  /** Forgets an operation; false where somebody else already has. */
  private boolean finish(String id, SocketOperation operation) {
    boolean open = operations.remove(id, operation);
    if (open) {
      slots.release();
    }
    return open;
  }

  private static String id(Map<String, @Nullable Object> message) {
    if (message.get("id") instanceof String id && !id.isEmpty()) {
      return id;
    }
    throw new MalformedRequestException("id", "must be a string that is not empty");
  }

  private static String shortened(String text, int length) {
    return text.length() > length ? text.substring(0, length) + "…" : text;
  }
}
