package io.triglot.example;

import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Caller;
import io.triglot.runtime.Protocol;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;

class JwtAuthenticatorTest {
  private static final SecretKey KEY =
      JwtKey.of("a secret of the tests that is long enough, 64 bytes for HS512 too");
  private static final Instant LATER = Instant.now().plus(1, HOURS);

  private final JwtAuthenticator authenticator = new JwtAuthenticator(KEY);

  @Test
  void knowsTheCallerOfAValidToken() {
    String token = new JwtIssuer(KEY).issue("alice", List.of("customer"), LATER);

    assertThat(caller("Bearer " + token)).contains(new Caller("alice", Set.of("customer")));
    assertThat(caller("bearer " + token)).isPresent();
  }

  @Test
  void knowsNobodyWithoutAToken() {
    assertThat(authenticator.authenticate(request(Optional.empty()))).isEmpty();
    assertThat(caller("Basic YWxpY2U6c2VjcmV0")).isEmpty();
    assertThat(caller("Bearer ")).isEmpty();
    assertThat(caller("Bearer nonsense")).isEmpty();
  }

  @Test
  void refusesATokenOfAnotherKey() {
    SecretKey other = JwtKey.of("another secret that is long enough");

    assertThat(caller("Bearer " + new JwtIssuer(other).issue("alice", List.of(), LATER))).isEmpty();
  }

  @Test
  void refusesAnExpiredToken() {
    Instant earlier = Instant.now().minus(1, HOURS);

    assertThat(caller("Bearer " + new JwtIssuer(KEY).issue("alice", List.of(), earlier))).isEmpty();
  }

  @Test
  void refusesATokenThatNeverExpires() throws Exception {
    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims(null));
    token.sign(new MACSigner(KEY));

    assertThat(caller("Bearer " + token.serialize())).isEmpty();
  }

  @Test
  void refusesAnUnsignedToken() {
    assertThat(caller("Bearer " + new PlainJWT(claims(LATER)).serialize())).isEmpty();
  }

  @Test
  void refusesAnotherAlgorithmWithTheSameKey() throws Exception {
    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS512), claims(LATER));
    token.sign(new MACSigner(KEY));

    assertThat(caller("Bearer " + token.serialize())).isEmpty();
  }

  @Test
  void refusesASecretThatIsTooShort() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JwtKey.of("0123456789012345678901234567890"))
        .withMessageContaining("at least 32 bytes");
  }

  private Optional<Caller> caller(String credentials) {
    return authenticator.authenticate(request(Optional.of(credentials)));
  }

  private static JWTClaimsSet claims(Instant expiry) {
    return new JWTClaimsSet.Builder()
        .subject("alice")
        .expirationTime(expiry == null ? null : Date.from(expiry))
        .build();
  }

  private static CallRequest request(Optional<String> credentials) {
    return new CallRequest() {
      @Override
      public Protocol protocol() {
        return Protocol.REST;
      }

      @Override
      public Optional<String> header(String name) {
        return credentials.filter(any -> name.equalsIgnoreCase("Authorization"));
      }
    };
  }
}
