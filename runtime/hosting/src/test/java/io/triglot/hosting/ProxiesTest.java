package io.triglot.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
  private static final Proxies STANDARD = Proxies.forwarded("10.0.0.0/8", "2001:db8:ffff::/48");
  private static final Proxies CUSTOMARY = Proxies.xForwarded("10.0.0.0/8").withPrefix();

  @Test
  void believesNobodyElse() {
    Map<String, List<String>> headers = Map.of("Forwarded", List.of("for=203.0.113.7"));

    assertThat(tell(STANDARD, "192.0.2.1", headers)).isEmpty();
    assertThat(tell(STANDARD, "11.0.0.1", headers)).isEmpty();
    assertThat(tell(STANDARD, "2001:db8:fffe::1", headers)).isEmpty();
    assertThat(tell(STANDARD, "10.255.0.1", headers)).isPresent();
    assertThat(tell(STANDARD, "2001:db8:ffff::1", headers)).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          for=203.0.113.7                                        | 203.0.113.7
          For="203.0.113.7:4711";proto=https                     | 203.0.113.7
          for="[2001:db8:cafe::17]:4711"                         | 2001:db8:cafe:0:0:0:0:17
          for=6.6.6.6, for=203.0.113.7                           | 203.0.113.7
          for=6.6.6.6, for=203.0.113.7, for=10.1.1.1             | 203.0.113.7
          for=10.1.1.1, for=10.2.2.2                             | 10.1.1.1
          for=6.6.6.6, for=unknown, for=10.1.1.1                 | 10.1.1.1
          for=6.6.6.6, for=_hidden                               | 10.0.0.1
          for=", for=203.0.113.7                                 | 203.0.113.7
          for="a, for=b\\", for=203.0.113.7                      | 203.0.113.7
          total; nonsense,;; for=203.0.113.7                     | 10.0.0.1
          for=203.0.113.999                                      | 10.0.0.1
          for=shop.example.com                                   | 10.0.0.1
          proto=https                                            | 10.0.0.1
          """)
  void takesTheLastThatIsNoProxyForTheClient(String header, String client) {
    assertThat(told(STANDARD, Map.of("Forwarded", List.of(header))).client().getAddress())
        .satisfies(address -> assertThat(address.getHostAddress()).isEqualTo(client));
  }

  @Test
  void readsLinesAsOneList() {
    ForwardedRequest told =
        told(STANDARD, Map.of("Forwarded", List.of("for=6.6.6.6;proto=ftp", "for=203.0.113.7")));

    assertThat(told.client().getAddress().getHostAddress()).isEqualTo("203.0.113.7");
    assertThat(told.scheme()).isNull();
  }

  @Test
  void takesSchemeAndHostFromTheFirstProxyThatIsTrusted() {
    ForwardedRequest told =
        told(
            STANDARD,
            Map.of(
                "Forwarded",
                List.of(
                    "for=6.6.6.6;host=evil.example;proto=http,"
                        + " for=203.0.113.7;host=shop.example.com;proto=HTTPS,"
                        + " for=10.1.1.1;host=inner;proto=http")));

    assertThat(told.scheme()).isEqualTo("https");
    assertThat(told.authority("10.0.0.9:8080")).isEqualTo("shop.example.com");
  }

  @Test
  void looksAtTheHeadersOfItsProxiesOnly() {
    Map<String, List<String>> headers =
        Map.of("Forwarded", List.of("for=6.6.6.6"), "X-Forwarded-For", List.of("203.0.113.7"));

    assertThat(told(CUSTOMARY, headers).client().getHostString()).isEqualTo("203.0.113.7");
    assertThat(told(STANDARD, headers).client().getHostString()).isEqualTo("6.6.6.6");
  }

  @Test
  void readsTheCustomaryHeadersFromTheirEnds() {
    ForwardedRequest told =
        told(
            CUSTOMARY,
            Map.of(
                "X-Forwarded-For", List.of("6.6.6.6, 203.0.113.7, 10.1.1.1"),
                "X-Forwarded-Proto", List.of("ftp,https,http"),
                "X-Forwarded-Host", List.of("shop.example.com"),
                "X-Forwarded-Port", List.of("8443"),
                "X-Forwarded-Prefix", List.of("/shop/")));

    assertThat(told.client().getHostString()).isEqualTo("203.0.113.7");
    assertThat(told.scheme()).isEqualTo("https");
    assertThat(told.authority("inner:8080")).isEqualTo("shop.example.com:8443");
    assertThat(told.prefix()).isEqualTo("/shop");
  }

  @Test
  void leavesOutThePortOfTheScheme() {
    Map<String, List<String>> headers =
        Map.of("X-Forwarded-Proto", List.of("https"), "X-Forwarded-Port", List.of("443"));

    assertThat(told(CUSTOMARY, headers).authority("shop.example.com:8080"))
        .isEqualTo("shop.example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"//evil.example", "/a//b", "/..", "/a/../b", "shop", "/a b", "/a?b", "/a\""})
  void takesNoPrefixThatIsNoPath(String prefix) {
    assertThat(told(CUSTOMARY, Map.of("X-Forwarded-Prefix", List.of(prefix))).prefix()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil example", "a/b", "a@b", "a:99999999", ""})
  void takesNoHostThatIsNone(String host) {
    assertThat(told(CUSTOMARY, Map.of("X-Forwarded-Host", List.of(host))).authority("inner"))
        .isEqualTo("inner");
  }

  @Test
  void takesAPrefixOnlyWhereThatIsSaid() {
    Map<String, List<String>> headers = Map.of("X-Forwarded-Prefix", List.of("/shop"));

    assertThat(told(Proxies.xForwarded("10.0.0.1"), headers).prefix()).isEmpty();
    assertThat(told(STANDARD.withPrefix(), headers).prefix()).isEqualTo("/shop");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "::/129", "10.0.0", "proxy.example.com", "10.0.0.0/", ""})
  void refusesWhatIsNoNetwork(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Proxies.forwarded(text))
        .withMessageContaining("neither an address");
  }

  /** What is told by a proxy of ours. */
  private static ForwardedRequest told(Proxies proxies, Map<String, List<String>> headers) {
    return tell(proxies, "10.0.0.1", headers).orElseThrow();
  }

  private static Optional<ForwardedRequest> tell(
      Proxies proxies, String peer, Map<String, List<String>> headers) {
    return proxies.tell(
        new InetSocketAddress(ForwardedHop.literal(peer), 50_000),
        name -> headers.getOrDefault(name, List.of()));
  }
}
