package io.triglot.server;

import io.triglot.runtime.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;

/**
 * The request that opened a WebSocket. A copy, because Jetty uses its own request again when the
 * handshake is done.
 */
record HandshakeRequest(
    String path, String query, Map<String, List<String>> fields, List<Object> connection)
    implements HttpRequest {

  static HandshakeRequest of(Request request) {
    Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (HttpField field : request.getHeaders()) {
      fields.put(field.getName(), request.getHeaders().getValuesList(field.getName()));
    }
    HttpURI target = request.getHttpURI();
    return new HandshakeRequest(
        target.getPath(),
        Objects.requireNonNullElse(target.getQuery(), ""),
        fields,
        JettyRequest.connection(request));
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public List<String> headers(String name) {
    return fields.getOrDefault(name, List.of());
  }

  @Override
  public <T> Optional<T> transport(Class<T> type) {
    return connection.stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  @Override
  public byte[] body() {
    return new byte[0];
  }
}
