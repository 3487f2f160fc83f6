package io.triglot.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ShopSettingsTest {
  @Test
  void usesTheWellKnownPortsAndAnEmbeddedDatabase() {
    ShopSettings settings = ShopSettings.of(Map.of());

    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.grpcPort()).isEqualTo(9090);
    assertThat(settings.databaseUrl()).startsWith("jdbc:h2:mem:");
  }

  @Test
  void prefersTheCommandLineToTheEnvironment() {
    Map<String, String> environment = Map.of("PORT", "1", "GRPC_PORT", "2");

    ShopSettings settings = ShopSettings.of(environment, "--port", "0");

    assertThat(settings.port()).isZero();
    assertThat(settings.grpcPort()).isEqualTo(2);
  }

  @Test
  void saysWhatItDoesNotUnderstand() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ShopSettings.of(Map.of(), "--prot", "1"))
        .withMessageContaining("--prot");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ShopSettings.of(Map.of(), "--port"))
        .withMessageContaining("0 to 65535");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ShopSettings.of(Map.of("GRPC_PORT", "65536")))
        .withMessageContaining("65536");
  }
}
