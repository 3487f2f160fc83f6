package io.triglot.hosting;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * A request as the first of the {@link Proxies} has received it. Immutable.
 *
 * @param client the client's address; port 0 where the proxy does not tell it
 * @param scheme {@code http} or {@code https}; null where no proxy tells it
 * @param host the host by which the client addressed the proxy, with its port where it named one;
 *     null where no proxy tells it
 * @param port the port by which the client addressed the proxy, where it is told by itself; null
 *     where it is not
 * @param prefix what the proxy has taken away at the beginning of the path, such as {@code /shop};
 *     empty for nothing
 */
public record ForwardedRequest(
    InetSocketAddress client,
    @Nullable String scheme,
    @Nullable String host,
    @Nullable String port,
    String prefix) {

  /**
   * Host and port as the client named them.
   *
   * @param received those by which the proxy addressed us
   */
  public String authority(String received) {
    String name = host == null ? received : host;
    if (port == null || host != null && name.matches(".*:[0-9]+")) {
      return name;
    }
    String bare = name.replaceFirst(":[0-9]+$", "");
    boolean byDefault = port.equals("https".equals(scheme) ? "443" : "80");
    return byDefault ? bare : bare + ":" + port;
  }
}
