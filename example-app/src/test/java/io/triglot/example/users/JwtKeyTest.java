package io.triglot.example.users;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class JwtKeyTest {
  @Test
  void refusesASecretThatIsTooShort() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JwtKey.of("0123456789012345678901234567890"))
        .withMessageContaining("at least 32 bytes");
  }
}
