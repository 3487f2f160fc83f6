package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {
  private static final Set<String> OWN =
      Set.of("/", "/graphql", "/openapi.json", "/health/live", "/proto/acme/v1/a.proto");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/graphql",
        "/{anything}",
        "/{name}.json",
        "/health/{id}",
        "/{a}/{b}",
        "/proto/{a}/{b}/{c}"
      })
  void findsATemplateThatCouldMatchAPathOfTheServer(String template) {
    assertThat(Site.clash(template, OWN)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/products", "/products/{id}", "/graphql/{id}", "/health", "/proto/{file}"})
  void leavesOtherTemplatesAlone(String template) {
    assertThat(Site.clash(template, OWN)).isEmpty();
  }

  @Test
  void namesThePath() {
    assertThat(Site.clash("/health/{id}", OWN)).hasValue("/health/live");
  }
}
