package io.triglot.server;

import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http2.api.Stream;
import org.eclipse.jetty.http2.api.server.ServerSessionListener;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.util.Promise;

/** HTTP/2 over TLS (h2), with the error of Jetty mended that {@link StreamTimeouts} tells of. */
final class EncryptedHttp2 extends HTTP2ServerConnectionFactory {
  EncryptedHttp2(HttpConfiguration http) {
    super(http);
  }

  @Override
  protected ServerSessionListener newSessionListener(Connector connector, EndPoint endPoint) {
    return new HTTPServerSessionListener(endPoint) {
      @Override
      public void onIdleTimeout(Stream stream, TimeoutException timeout, Promise<Boolean> reset) {
        if (!StreamTimeouts.decide(stream, timeout, reset)) {
          super.onIdleTimeout(stream, timeout, reset);
        }
      }
    };
  }
}
