package io.triglot.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {
  @Test
  void allowsExactlyTheOriginsThatAreNamed() {
    Cors cors = Cors.origins("https://shop.example.com", "http://localhost:3000");

    assertThat(cors.allows("https://shop.example.com")).isTrue();
    assertThat(cors.allows("http://localhost:3000")).isTrue();
    assertThat(cors.allows("http://shop.example.com")).isFalse();
    assertThat(cors.allows("https://shop.example.com.evil.com")).isFalse();
    assertThat(cors.allows("null")).isFalse();
  }

  @Test
  void asksAPredicate() {
    Cors cors = Cors.originsMatching(origin -> origin.endsWith(".example.com"));

    assertThat(cors.allows("https://shop.example.com")).isTrue();
    assertThat(cors.allows("https://example.org")).isFalse();
  }

  @Test
  void givesCredentialsToNamedOriginsOnly() {
    assertThatIllegalArgumentException().isThrownBy(() -> Cors.origins("*").credentials());
    assertThat(Cors.origins("https://a.example").credentials().response("https://a.example"))
        .contains(
            Map.entry("Access-Control-Allow-Origin", "https://a.example"),
            Map.entry("Access-Control-Allow-Credentials", "true"),
            Map.entry("Vary", "Origin"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example.com/",
        "https://shop.example.com/shop",
        "https://shop.example.com:443",
        "HTTPS://Shop.example.com",
        "shop.example.com",
        "https://*.example.com",
        "null",
        "*"
      })
  void refusesWhatNoBrowserSends(String origin) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cors.origins("https://shop.example.com", origin));
  }

  @Test
  void answersPreflightsWithWhatIsConfigured() {
    Cors cors = Cors.origins("*").methods("get").headers("X-Api-Key").maxAge(Duration.ofMinutes(1));

    assertThat(cors.preflight("https://any.example"))
        .contains(
            Map.entry("Access-Control-Allow-Origin", "*"),
            Map.entry("Access-Control-Allow-Methods", "GET"),
            Map.entry("Access-Control-Max-Age", "60"))
        .anySatisfy(
            field -> assertThat(field.getValue()).contains("Authorization").endsWith("X-Api-Key"));
  }

  @Test
  void tellsCachesThatAnswersDependOnTheOrigin() {
    assertThat(Cors.origins("https://a.example").response(null))
        .containsExactly(Map.entry("Vary", "Origin"));
    assertThat(Cors.origins("*").response(null)).isEmpty();
  }
}
