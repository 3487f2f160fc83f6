package io.triglot.server;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/2 without TLS (h2c), by prior knowledge or by upgrade from HTTP/1.1.
 *
 * <p>An upgrade by a request with a body of undeclared length is not taken up, which leaves the
 * connection at HTTP/1.1 and is always allowed (RFC 9110, 7.8): Jetty 12.1.12 would lose that body.
 */
final class ClearTextHttp2 extends HTTP2CServerConnectionFactory {
  ClearTextHttp2(HttpConfiguration http) {
    super(http);
  }

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
}
