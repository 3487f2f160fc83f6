package io.triglot.hosting;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The proxies in front of a server, which are believed when they tell for whom they ask: the
 * address of the client, and the scheme, host and port by which it reached them.
 *
 * <p>Anybody can send such headers. They count on connections from these proxies alone, and of a
 * chain of proxies from the right: the client is the last that is not one of them, and whatever
 * stands left of it was sent by it. Immutable and thread-safe.
 */
public final class Proxies {
  private static final Pattern SCHEME = Pattern.compile("(?i)https?");
  private static final Pattern AUTHORITY =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");
  private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
  private static final Pattern PREFIX =
      Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~!$&'()*+,;=:@%-]+)+");

  private final boolean standard;
  private final List<Network> networks;
  private final boolean prefixed;

  private Proxies(boolean standard, List<Network> networks, boolean prefixed) {
    this.standard = standard;
    this.networks = networks;
    this.prefixed = prefixed;
  }

  /**
   * Proxies that send {@code Forwarded} (RFC 7239). {@code X-Forwarded-*} is not looked at, since a
   * proxy that does not send it passes on what the client sends.
   *
   * @param networks addresses, such as {@code 10.0.3.7}, or networks, such as {@code 10.0.0.0/8}
   *     and {@code fd00::/8}
   * @throws IllegalArgumentException where one is neither
   */
  public static Proxies forwarded(String... networks) {
    return new Proxies(true, networks(networks), false);
  }

  /**
   * Proxies that send {@code X-Forwarded-For}, {@code X-Forwarded-Proto}, and perhaps {@code
   * X-Forwarded-Host} and {@code X-Forwarded-Port}, as nginx and Envoy do. {@code Forwarded} is not
   * looked at.
   *
   * @param networks addresses, such as {@code 10.0.3.7}, or networks, such as {@code 10.0.0.0/8}
   *     and {@code fd00::/8}
   * @throws IllegalArgumentException where one is neither
   */
  public static Proxies xForwarded(String... networks) {
    return new Proxies(false, networks(networks), false);
  }

  /**
   * The same proxies, which also tell by {@code X-Forwarded-Prefix} what they take away at the
   * beginning of paths. They must set or remove it in every request.
   */
  public Proxies withPrefix() {
    return new Proxies(standard, networks, true);
  }

  /**
   * What the proxies tell of a request; empty where it does not come from one of them.
   *
   * @param peer the other end of the connection
   * @param headers gives the values of a header, one for each time that it is there
   */
  public Optional<ForwardedRequest> tell(
      SocketAddress peer, Function<String, List<String>> headers) {
    if (!(peer instanceof InetSocketAddress proxy) || !isTrusted(proxy.getAddress())) {
      return Optional.empty();
    }
    List<ForwardedHop> hops =
        standard ? ForwardedHop.standard(headers) : ForwardedHop.customary(headers);
    return Optional.of(through(hops, proxy, prefix(headers)));
  }

  /** Walks from the last proxy towards the client, as far as somebody trusted has written. */
  private ForwardedRequest through(
      List<ForwardedHop> hops, InetSocketAddress proxy, String prefix) {
    InetSocketAddress client = proxy;
    String scheme = null;
    String host = null;
    String port = null;
    for (int i = hops.size() - 1; i >= 0; i--) {
      ForwardedHop hop = hops.get(i);
      scheme = valid(SCHEME, hop.scheme(), scheme);
      host = valid(AUTHORITY, hop.host(), host);
      port = valid(PORT, hop.port(), port);
      InetSocketAddress node = hop.address();
      if (node == null) {
        break; // unknown, or kept secret
      }
      client = node;
      if (!isTrusted(node.getAddress())) {
        break;
      }
    }
    return new ForwardedRequest(
        client, scheme == null ? null : scheme.toLowerCase(Locale.ROOT), host, port, prefix);
  }

  private static @Nullable String valid(
      Pattern pattern, @Nullable String value, @Nullable String otherwise) {
    return value != null && pattern.matcher(value).matches() ? value : otherwise;
  }

  private String prefix(Function<String, List<String>> headers) {
    if (!prefixed) {
      return "";
    }
    List<String> values = headers.apply("X-Forwarded-Prefix");
    String last = values.isEmpty() ? "" : values.get(values.size() - 1).strip();
    String plain = last.endsWith("/") ? last.substring(0, last.length() - 1) : last;
    return PREFIX.matcher(plain).matches() ? plain : "";
  }

  private boolean isTrusted(@Nullable InetAddress address) {
    return address != null && networks.stream().anyMatch(each -> each.contains(address));
  }

  private static List<Network> networks(String... networks) {
    return Stream.of(networks).map(Network::of).toList();
  }

  /**
   * Addresses that begin alike.
   *
   * @param bits how many bits are the same
   */
  private record Network(InetAddress address, int bits) {
    static Network of(String text) {
      List<String> parts = new ArrayList<>(List.of(text.split("/", 2)));
      InetAddress address = ForwardedHop.literal(parts.get(0));
      if (address == null) {
        throw notOne(text);
      }
      int all = address.getAddress().length * 8;
      String length = parts.size() == 1 ? String.valueOf(all) : parts.get(1);
      if (!length.matches("[0-9]{1,3}") || Integer.parseInt(length) > all) {
        throw notOne(text);
      }
      return new Network(address, Integer.parseInt(length));
    }

    boolean contains(InetAddress other) {
      byte[] own = address.getAddress();
      byte[] others = other.getAddress();
      if (own.length != others.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        if (((own[bit / 8] ^ others[bit / 8]) >> (7 - bit % 8) & 1) != 0) {
          return false;
        }
      }
      return true;
    }

    private static IllegalArgumentException notOne(String text) {
      return new IllegalArgumentException(
          text + " is neither an address, such as 10.0.3.7, nor a network, such as 10.0.0.0/8");
    }
  }
}
