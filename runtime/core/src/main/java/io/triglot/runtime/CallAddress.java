package io.triglot.runtime;

/**
 * How a request addresses its operation in the terms of its protocol, for traces and logs. What a
 * protocol does not have, or its host does not tell, is empty.
 *
 * @param scheme {@code http} or {@code https}, of HTTP
 * @param authority the host, and port, that the client means to call
 * @param method the HTTP method of REST
 * @param route what all requests for the operation have in common: the path template of REST, such
 *     as {@code /orders/{id}}; the full name of the rpc, such as {@code shop.v1.Orders/Find}
 * @param path the path of REST as it came
 */
public record CallAddress(
    String scheme, String authority, String method, String route, String path) {
  /** Nothing is known. */
  public static final CallAddress UNKNOWN = new CallAddress("", "", "", "", "");
}
