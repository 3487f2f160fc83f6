package io.triglot.runtime.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanBuilder;

/**
 * The attributes of spans: those of the OpenTelemetry semantic conventions for HTTP, GraphQL and
 * RPC, and our own, which are the same on every protocol.
 */
final class Attributes {
  static final AttributeKey<String> HTTP_METHOD = AttributeKey.stringKey("http.request.method");
  static final AttributeKey<String> HTTP_ROUTE = AttributeKey.stringKey("http.route");
  static final AttributeKey<Long> HTTP_STATUS = AttributeKey.longKey("http.response.status_code");
  static final AttributeKey<String> URL_PATH = AttributeKey.stringKey("url.path");
  static final AttributeKey<String> URL_SCHEME = AttributeKey.stringKey("url.scheme");
  static final AttributeKey<String> USER_AGENT = AttributeKey.stringKey("user_agent.original");
  static final AttributeKey<String> SERVER_ADDRESS = AttributeKey.stringKey("server.address");
  static final AttributeKey<Long> SERVER_PORT = AttributeKey.longKey("server.port");
  static final AttributeKey<String> GRAPHQL_TYPE = AttributeKey.stringKey("graphql.operation.type");
  static final AttributeKey<String> GRAPHQL_NAME = AttributeKey.stringKey("graphql.operation.name");
  static final AttributeKey<String> RPC_SYSTEM = AttributeKey.stringKey("rpc.system.name");
  static final AttributeKey<String> RPC_METHOD = AttributeKey.stringKey("rpc.method");
  static final AttributeKey<String> RPC_STATUS = AttributeKey.stringKey("rpc.response.status_code");
  static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

  /** The operation, such as {@code OrderService.createOrder}. */
  static final AttributeKey<String> OPERATION = AttributeKey.stringKey("triglot.operation");

  /** The canonical code of a call that failed. */
  static final AttributeKey<String> CODE = AttributeKey.stringKey("triglot.code");

  /** The reason of a call that failed, where it says more than the code. */
  static final AttributeKey<String> REASON = AttributeKey.stringKey("triglot.reason");

  /** The id under which an error was logged that the caller is not told. */
  static final AttributeKey<String> INCIDENT = AttributeKey.stringKey("triglot.incident");

  private Attributes() {}

  /**
   * Says which server was called.
   *
   * @param authority its host, and its port if it has one; empty where it is not known
   */
  static void addServer(SpanBuilder span, String authority) {
    int colon = authority.lastIndexOf(':');
    String port = authority.substring(colon + 1);
    if (colon > 0
        && !port.isEmpty()
        && port.length() < 6
        && port.chars().allMatch(Attributes::digit)) {
      span.setAttribute(SERVER_PORT, Long.valueOf(port));
      span.setAttribute(SERVER_ADDRESS, authority.substring(0, colon));
    } else if (!authority.isEmpty()) {
      span.setAttribute(SERVER_ADDRESS, authority);
    }
  }

  private static boolean digit(int character) {
    return character >= '0' && character <= '9';
  }
}
