package io.triglot.hosting;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one proxy tells of the request that it received, in the words of the header.
 *
 * @param node from whom; null where it does not tell
 */
record ForwardedHop(
    @Nullable String node, @Nullable String scheme, @Nullable String host, @Nullable String port) {
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final String PAIR =
      "\\s*+("
          + TOKEN
          + ")=(?:("
          + TOKEN
          + "|\\[?[0-9A-Fa-f:.]++\\]?(?::[0-9]++)?)"
          + "|\"((?:[^\"\\\\]|\\\\.)*+)\")\\s*+";
  private static final Pattern PAIRS = Pattern.compile(PAIR);
  private static final Pattern ELEMENT = Pattern.compile("(?:" + PAIR + ")(?:;" + PAIR + ")*+");

  /** How many hops are looked at, from the right. */
  private static final int MOST = 30;

  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(?!$)|$)){4}");
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  private static final Pattern NODE =
      Pattern.compile("(?:\\[([^\\]]+)]|([^:]+))(?::([0-9]{1,5}|_[A-Za-z0-9._-]+))?");

  /** The hops that {@code Forwarded} tells, those that can be read, in the order of the header. */
  static List<ForwardedHop> standard(Function<String, List<String>> headers) {
    List<ForwardedHop> hops = new ArrayList<>();
    List<String> lines = headers.apply("Forwarded");
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (!readBackwards(lines.get(i), hops)) {
        break;
      }
    }
    Collections.reverse(hops);
    return hops;
  }

  /**
   * Reads a line from its end, because only that is written by the last proxy: what is not closed
   * or not understood further left does no harm. Whether all of it was understood.
   */
  private static boolean readBackwards(String line, List<ForwardedHop> hops) {
    int end = line.length();
    while (end > 0 && hops.size() < MOST) {
      int comma = line.lastIndexOf(',', end - 1);
      while (comma >= 0 && !ELEMENT.matcher(line).region(comma + 1, end).matches()) {
        comma = comma == 0 ? -1 : line.lastIndexOf(',', comma - 1);
      }
      String element = line.substring(comma + 1, end);
      if (!ELEMENT.matcher(element).matches()) {
        return false;
      }
      hops.add(of(element));
      end = comma;
    }
    return end <= 0;
  }

  private static ForwardedHop of(String element) {
    Map<String, String> pairs = new TreeMap<>();
    Matcher matcher = PAIRS.matcher(element);
    while (matcher.find()) {
      String quoted = matcher.group(3);
      String value = quoted == null ? matcher.group(2) : quoted.replaceAll("\\\\(.)", "$1");
      pairs.put(matcher.group(1).toLowerCase(Locale.ROOT), value);
    }
    return new ForwardedHop(pairs.get("for"), pairs.get("proto"), pairs.get("host"), null);
  }

  /**
   * The hops that {@code X-Forwarded-*} tell: each header is a list to which proxies append, or a
   * value that one of them sets.
   */
  static List<ForwardedHop> customary(Function<String, List<String>> headers) {
    List<String> nodes = values(headers, "X-Forwarded-For");
    List<String> schemes = values(headers, "X-Forwarded-Proto");
    List<String> hosts = values(headers, "X-Forwarded-Host");
    List<String> ports = values(headers, "X-Forwarded-Port");
    List<ForwardedHop> hops = new ArrayList<>();
    for (int i = Math.min(MOST, Math.max(1, nodes.size())) - 1; i >= 0; i--) {
      hops.add(
          new ForwardedHop(
              fromEnd(nodes, i), fromEnd(schemes, i), fromEnd(hosts, i), fromEnd(ports, i)));
    }
    return hops;
  }

  private static List<String> values(Function<String, List<String>> headers, String name) {
    return headers.apply(name).stream()
        .flatMap(line -> Stream.of(line.split(",")))
        .map(String::strip)
        .toList();
  }

  private static @Nullable String fromEnd(List<String> values, int index) {
    return index < values.size() ? values.get(values.size() - 1 - index) : null;
  }

  /** The address of the node; null where it has none, or keeps it secret. */
  @Nullable InetSocketAddress address() {
    if (node == null) {
      return null;
    }
    InetAddress plain = literal(node);
    if (plain != null) {
      return new InetSocketAddress(plain, 0);
    }
    Matcher matcher = NODE.matcher(node);
    if (!matcher.matches()) {
      return null;
    }
    InetAddress address = literal(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    String port = matcher.group(3);
    boolean told = port != null && port.matches("[0-9]+") && Integer.parseInt(port) < 65_536;
    return address == null
        ? null
        : new InetSocketAddress(address, told ? Integer.parseInt(port) : 0);
  }

  /** The address that a text is, without asking anybody for it; null where it is none. */
  static @Nullable InetAddress literal(String text) {
    boolean six = IPV6.matcher(text).matches();
    if (!six && !IPV4.matcher(text).matches()) {
      return null;
    }
    try {
      return InetAddress.getByName(six ? "[" + text + "]" : text);
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
