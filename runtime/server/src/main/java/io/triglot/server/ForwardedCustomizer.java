package io.triglot.server;

import io.triglot.hosting.ForwardedRequest;
import io.triglot.hosting.Proxies;
import java.net.SocketAddress;
import java.util.Objects;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Shows requests that come through proxies as the client has sent them. Jetty's own {@code
 * ForwardedRequestCustomizer} believes everybody, and the left end of a chain.
 */
record ForwardedCustomizer(Proxies proxies) implements HttpConfiguration.Customizer {
  private static final String PREFIX = ForwardedCustomizer.class.getName();

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    return proxies
        .tell(
            request.getConnectionMetaData().getRemoteSocketAddress(),
            request.getHeaders()::getValuesList)
        .map(told -> forwarded(request, told))
        .orElse(request);
  }

  /** What the proxy has taken away at the beginning of the path; empty for nothing. */
  static String prefix(Request request) {
    return request.getAttribute(PREFIX) instanceof String prefix ? prefix : "";
  }

  private static Request forwarded(Request request, ForwardedRequest told) {
    HttpURI received = request.getHttpURI();
    String authority = told.authority(Objects.requireNonNullElse(received.getAuthority(), ""));
    String scheme = told.scheme() == null ? (request.isSecure() ? "https" : "http") : told.scheme();
    HttpURI uri = HttpURI.build(received).scheme(scheme).authority(authority).asImmutable();
    HttpFields headers =
        HttpFields.build(request.getHeaders()).put(HttpHeader.HOST, authority).asImmutable();
    ConnectionMetaData connection =
        new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
          @Override
          public SocketAddress getRemoteSocketAddress() {
            return told.client();
          }

          @Override
          public boolean isSecure() {
            return scheme.equals("https");
          }
        };
    request.setAttribute(PREFIX, told.prefix());
    return new Request.Wrapper(request) {
      @Override
      public HttpURI getHttpURI() {
        return uri;
      }

      @Override
      public HttpFields getHeaders() {
        return headers;
      }

      @Override
      public boolean isSecure() {
        return scheme.equals("https");
      }

      @Override
      public ConnectionMetaData getConnectionMetaData() {
        return connection;
      }
    };
  }
}
