package io.triglot.server;

import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.TextSocket;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.eclipse.jetty.websocket.api.exceptions.WebSocketTimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A WebSocket of Jetty's. The next message is read when the listener is done with the last, and
 * when not too much is still on its way to the client: one that only sends and never reads must
 * wait.
 *
 * <p>A silent socket is asked for a sign of life, and closed if none comes: a subscription may have
 * nothing to say for hours, while a client that has vanished must not be kept.
 */
public final class JettySocket extends Session.Listener.Abstract implements TextSocket {
  private static final Logger log = LoggerFactory.getLogger(JettySocket.class);

  /** How many messages may be on their way while more of the client's are read. */
  private static final int MOST_SENDS = 64;

  private final SocketEndpoint endpoint;
  private final HttpRequest handshake;
  private final Executor executor;
  private @Nullable Listener listener;
  private final AtomicInteger sends = new AtomicInteger();
  private final AtomicBoolean paused = new AtomicBoolean();
  private volatile boolean pongAwaited;

  JettySocket(SocketEndpoint endpoint, HttpRequest handshake, Executor executor) {
    this.endpoint = endpoint;
    this.handshake = handshake;
    this.executor = executor;
  }

  @Override
  public CompletionStage<Void> send(String text) {
    sends.incrementAndGet();
    return Callback.Completable.with(sent -> getSession().sendText(text, sent))
        .whenComplete((done, failure) -> sent());
  }

  @Override
  public void close(int code, String reason) {
    getSession().close(code, reason, Callback.NOOP);
  }

  @Override
  public void onWebSocketOpen(Session session) {
    super.onWebSocketOpen(session);
    session.addIdleTimeoutListener(this::onIdle);
    listener = endpoint.connect(handshake, this, executor);
    demand();
  }

  @Override
  public void onWebSocketText(String message) {
    try {
      Objects.requireNonNull(listener).onText(message);
    } catch (RuntimeException failure) { // Jetty would tell the client its message
      log.error("A listener failed instead of answering", failure);
      close(StatusCode.SERVER_ERROR, "Internal error");
    }
    demand();
  }

  @Override
  public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
    callback.succeed();
    close(StatusCode.BAD_DATA, "Only text is understood");
    demand();
  }

  @Override
  public void onWebSocketPong(ByteBuffer payload) {
    pongAwaited = false;
    demand();
  }

  @Override
  public void onWebSocketError(Throwable cause) {
    log.debug("A WebSocket failed", cause);
  }

  @Override
  public void onWebSocketClose(int statusCode, String reason, Callback callback) {
    callback.succeed();
    if (listener != null) {
      listener.onClosed();
    }
  }

  private void demand() {
    paused.set(true);
    resumeIfReading();
  }

  private void sent() {
    sends.decrementAndGet();
    resumeIfReading();
  }

  /** Asks for the next message, once, as soon as the client has read enough of ours. */
  private void resumeIfReading() {
    if (sends.get() < MOST_SENDS && paused.compareAndSet(true, false)) {
      getSession().demand();
    }
  }

  /** Whether the socket is to be closed for its silence. */
  private boolean onIdle(WebSocketTimeoutException silence) {
    if (pongAwaited) {
      return true;
    }
    pongAwaited = true;
    getSession().sendPing(ByteBuffer.allocate(0), Callback.NOOP);
    return false;
  }
}
