package io.triglot.server;

import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.HTTP2Stream;
import org.eclipse.jetty.http2.api.Stream;
import org.eclipse.jetty.http2.api.server.ServerSessionListener;
import org.eclipse.jetty.http2.frames.HeadersFrame;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/2 without TLS (h2c), by prior knowledge or by upgrade from HTTP/1.1, with errors of Jetty
 * 12.1.12 mended: two that touch only the request by which a connection was upgraded, and that of
 * {@link StreamTimeouts}.
 */
final class ClearTextHttp2 extends HTTP2CServerConnectionFactory {
  ClearTextHttp2(HttpConfiguration http) {
    super(http);
  }

  /**
   * Jetty would lose a body of undeclared length. Such an upgrade is not taken up, which leaves the
   * connection at HTTP/1.1 and is always allowed (RFC 9110, 7.8).
   */
  @Override
  public @Nullable Connection upgradeConnection(
      Connector connector,
      EndPoint endPoint,
      MetaData.Request request,
      HttpFields.Mutable response101) {
    return request.getHttpFields().contains(HttpHeader.TRANSFER_ENCODING)
        ? null
        : super.upgradeConnection(connector, endPoint, request, response101);
  }

  /** Jetty would not hear of a reset that comes while an upgraded request is handled. */
  @Override
  protected ServerSessionListener newSessionListener(Connector connector, EndPoint endPoint) {
    return new HTTPServerSessionListener(endPoint) {
      @Override
      public Stream.Listener onNewStream(Stream stream, HeadersFrame frame) {
        ((HTTP2Stream) stream).setListener(this);
        return super.onNewStream(stream, frame);
      }

      @Override
      public void onIdleTimeout(Stream stream, TimeoutException timeout, Promise<Boolean> reset) {
        if (!StreamTimeouts.decide(stream, timeout, reset)) {
          super.onIdleTimeout(stream, timeout, reset);
        }
      }
    };
  }
}
