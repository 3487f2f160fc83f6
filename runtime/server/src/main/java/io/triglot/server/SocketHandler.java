package io.triglot.server;

import io.triglot.runtime.http.Cors;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.jspecify.annotations.Nullable;

/** Opens WebSockets (RFC 6455, and RFC 8441 over HTTP/2) and passes on all other requests. */
final class SocketHandler extends Handler.Wrapper {
  private final ServerWebSocketContainer container;
  private final Map<String, SocketEndpoint> endpoints;
  private final @Nullable Cors cors;

  /**
   * A handler.
   *
   * @param endpoints what answers, by path
   * @param cors which pages of other origins may open a socket; null for none
   */
  SocketHandler(
      Handler next,
      ServerWebSocketContainer container,
      Map<String, SocketEndpoint> endpoints,
      @Nullable Cors cors) {
    super(next);
    this.container = container;
    this.endpoints = Map.copyOf(endpoints);
    this.cors = cors;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    SocketEndpoint endpoint =
        isHandshake(request) ? endpoints.get(request.getHttpURI().getPath()) : null;
    if (endpoint == null) {
      return super.handle(request, response, callback);
    }
    if (!mayConnect(request)) {
      Response.writeError(request, response, callback, HttpStatus.FORBIDDEN_403);
      return true;
    }
    return container.upgrade(
        (handshake, answer, refusal) -> accept(endpoint, handshake, answer, refusal),
        request,
        response,
        callback);
  }

  private static boolean isHandshake(Request request) {
    return HttpMethod.CONNECT.is(request.getMethod())
        || "websocket".equalsIgnoreCase(request.getHeaders().get(HttpHeader.UPGRADE));
  }

  /**
   * Browsers open WebSockets for pages of any origin, with cookies, and ask for no permission (RFC
   * 6455, section 10.2). A client without an origin is no browser.
   */
  private boolean mayConnect(Request request) {
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    return origin == null
        || origin
            .substring(origin.indexOf("://") + 1)
            .equalsIgnoreCase("//" + request.getHttpURI().getAuthority())
        || cors != null && cors.allows(origin);
  }

  private @Nullable Object accept(
      SocketEndpoint endpoint,
      ServerUpgradeRequest handshake,
      ServerUpgradeResponse answer,
      Callback refusal) {
    if (!handshake.hasSubProtocol(endpoint.subprotocol())) {
      Response.writeError(
          handshake,
          answer,
          refusal,
          HttpStatus.BAD_REQUEST_400,
          "Offer the WebSocket subprotocol " + endpoint.subprotocol());
      return null;
    }
    answer.setAcceptedSubProtocol(endpoint.subprotocol());
    return new JettySocket(endpoint, HandshakeRequest.of(handshake), container.getExecutor());
  }
}
