package io.triglot.runtime.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.triglot.runtime.Authenticator;
import io.triglot.runtime.CallException;
import io.triglot.runtime.Caller;
import io.triglot.runtime.StatusCode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiKeyAuthenticatorTest {
  private static final Caller PARTNER = new Caller("partner", Set.of("reader"));
  private static final String KEY = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

  private final Authenticator authenticator = ApiKeyAuthenticator.of(Map.of(KEY, PARTNER));

  @Test
  void knowsTheCallerOfAKey() {
    assertThat(authenticator.authenticate(Credentials.of("x-api-key", KEY))).contains(PARTNER);
    assertThat(
            ApiKeyAuthenticator.of("Partner-Key", Map.of(KEY, PARTNER))
                .authenticate(Credentials.of("partner-key", KEY)))
        .contains(PARTNER);
  }

  @Test
  void knowsNobodyWithoutAKey() {
    assertThat(authenticator.authenticate(Credentials.none())).isEmpty();
    assertThat(authenticator.authenticate(Credentials.of("Authorization", KEY))).isEmpty();
  }

  @Test
  void refusesAnUnknownKey() {
    CallException refused =
        catchThrowableOfType(
            CallException.class,
            () -> authenticator.authenticate(Credentials.of("X-API-Key", KEY + "0")));

    assertThat(refused.failure().code()).isEqualTo(StatusCode.UNAUTHENTICATED);
    assertThat(refused.failure().reason()).isEqualTo("INVALID_API_KEY");
    assertThat(refused.failure().message()).doesNotContain(KEY);
  }

  @Test
  void theFirstOfSeveralThatKnowsTheCallerDecides() {
    Authenticator both =
        Authenticator.firstOf(
            ApiKeyAuthenticator.of("A", Map.of(KEY, PARTNER)),
            ApiKeyAuthenticator.of("B", Map.of(KEY, new Caller("other", Set.of()))));

    assertThat(both.authenticate(Credentials.of("A", KEY))).contains(PARTNER);
    assertThat(both.authenticate(Credentials.of("B", KEY)).orElseThrow().name()).isEqualTo("other");
    assertThat(both.authenticate(Credentials.none())).isEmpty();
    assertThat(both.blocking()).isFalse();
    assertThat(Authenticator.firstOf(both, request -> Optional.empty()).blocking()).isTrue();
  }
}
