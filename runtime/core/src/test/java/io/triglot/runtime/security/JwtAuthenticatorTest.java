package io.triglot.runtime.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.triglot.runtime.CallException;
import io.triglot.runtime.Caller;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JwtAuthenticatorTest {
  private static final byte[] SECRET =
      "a secret of the tests that is long enough, 64 bytes for HS512 too".getBytes(UTF_8);
  private static final SecretKey KEY = new SecretKeySpec(SECRET, "HmacSHA256");
  private static final JWTClaimsSet ALICE = claims().build();

  private final JwtAuthenticator authenticator = JwtAuthenticator.secret(KEY).build();

  @Test
  void knowsTheCallerOfAValidToken() {
    assertThat(authenticator.authenticate(Credentials.bearer(hs256(ALICE))))
        .contains(new Caller("alice", Set.of("customer")));
    assertThat(
            authenticator.authenticate(Credentials.of("authorization", "bearer " + hs256(ALICE))))
        .isPresent();
    assertThat(authenticator.blocking()).isFalse();
  }

  @Test
  void knowsNobodyWithoutABearerToken() {
    assertThat(authenticator.authenticate(Credentials.none())).isEmpty();
    assertThat(authenticator.authenticate(Credentials.of("Authorization", "Basic YWxpY2U6eA==")))
        .isEmpty();
  }

  @Test
  void refusesWhatIsNoToken() {
    for (String nonsense : List.of("", "nonsense", "a.b.c", hs256(ALICE) + "x")) {
      assertThat(refusal(authenticator, nonsense).reason()).as(nonsense).isEqualTo("INVALID_TOKEN");
    }
  }

  @Test
  void refusesATokenOfAnotherKey() throws Exception {
    byte[] other = "another secret of the tests that is long enough".getBytes(UTF_8);

    assertThat(
            refusal(authenticator, signed(JWSAlgorithm.HS256, null, new MACSigner(other), ALICE)))
        .extracting(Failure::code)
        .isEqualTo(StatusCode.UNAUTHENTICATED);
  }

  @Test
  void refusesAnExpiredTokenAndOneThatNeverExpires() {
    Date past = Date.from(Instant.now().minus(Duration.ofHours(1)));

    assertThat(refusal(authenticator, hs256(claims().expirationTime(past).build())).message())
        .isEqualTo("The bearer token has expired");
    assertThat(refusal(authenticator, hs256(claims().expirationTime(null).build())).message())
        .isEqualTo("The bearer token is not valid");
  }

  @Test
  void refusesATokenWithoutASubject() {
    refusal(authenticator, hs256(claims().subject(null).build()));
  }

  @Test
  void refusesAnUnsignedTokenAndAnotherAlgorithmWithTheSameKey() throws Exception {
    refusal(authenticator, new PlainJWT(ALICE).serialize());
    refusal(authenticator, signed(JWSAlgorithm.HS512, null, new MACSigner(SECRET), ALICE));
  }

  @Test
  void acceptsTheIssuerAndTheAudienceThatAreAskedFor() {
    JwtAuthenticator strict =
        JwtAuthenticator.secret(KEY).issuer("https://sign-in.example").audience("shop").build();
    JWTClaimsSet right =
        claims().issuer("https://sign-in.example").audience(List.of("shop", "mail")).build();

    assertThat(strict.authenticate(Credentials.bearer(hs256(right)))).isPresent();
    refusal(strict, hs256(ALICE));
    refusal(strict, hs256(new JWTClaimsSet.Builder(right).issuer("https://evil.example").build()));
    refusal(strict, hs256(new JWTClaimsSet.Builder(right).audience("mail").build()));
  }

  @Test
  void readsTheRolesFromAnotherClaim() {
    JwtAuthenticator groups = JwtAuthenticator.secret(KEY).rolesClaim("groups").build();
    JWTClaimsSet claims = claims().claim("groups", List.of("admin")).build();

    assertThat(groups.authenticate(Credentials.bearer(hs256(claims))).orElseThrow().roles())
        .containsExactly("admin");
    refusal(groups, hs256(claims().claim("groups", "admin").build()));
  }

  @Test
  void followsTheKeysOfAnIssuerThatChangesThem() throws Exception {
    ECKey first = new ECKeyGenerator(Curve.P_256).keyID("first").generate();
    ECKey second = new ECKeyGenerator(Curve.P_256).keyID("second").generate();
    ECKey unpublished = new ECKeyGenerator(Curve.P_256).keyID("first").generate();
    try (KeyServer server = new KeyServer()) {
      JwtAuthenticator remote = JwtAuthenticator.keySet(server.url(), "ES256").build();
      server.publish(first);
      assertThat(remote.authenticate(Credentials.bearer(es256(first)))).isPresent();
      refusal(remote, es256(unpublished));

      server.publish(second);
      assertThat(remote.authenticate(Credentials.bearer(es256(second)))).isPresent();
      assertThat(remote.blocking()).isTrue();
    }
  }

  @Test
  void saysThatItsKeysCannotBeHad() throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID("any").generate();
    URL gone;
    try (KeyServer server = new KeyServer()) {
      gone = server.url();
    }

    assertThat(refusal(JwtAuthenticator.keySet(gone, "ES256").build(), es256(key)).code())
        .isEqualTo(StatusCode.UNAVAILABLE);
  }

  @Test
  void doesNotTakeAPublicKeyForASecret() throws Exception {
    URL any = URI.create("http://127.0.0.1/keys").toURL();

    assertThatIllegalArgumentException().isThrownBy(() -> JwtAuthenticator.keySet(any));
    assertThatIllegalArgumentException().isThrownBy(() -> JwtAuthenticator.keySet(any, "HS256"));
    assertThatIllegalArgumentException().isThrownBy(() -> JwtAuthenticator.keySet(any, "none"));
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .subject("alice")
        .claim("roles", List.of("customer"))
        .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1))));
  }

  private static String hs256(JWTClaimsSet claims) {
    try {
      return signed(JWSAlgorithm.HS256, null, new MACSigner(SECRET), claims);
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static String es256(ECKey key) throws JOSEException {
    return signed(JWSAlgorithm.ES256, key.getKeyID(), new ECDSASigner(key), ALICE);
  }

  private static String signed(
      JWSAlgorithm algorithm, @Nullable String keyId, JWSSigner signer, JWTClaimsSet claims)
      throws JOSEException {
    SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
    token.sign(signer);
    return token.serialize();
  }

  private static Failure refusal(JwtAuthenticator authenticator, String token) {
    return catchThrowableOfType(
            CallException.class, () -> authenticator.authenticate(Credentials.bearer(token)))
        .failure();
  }

  /** An issuer that publishes its keys. */
  private static final class KeyServer implements AutoCloseable {
    private final HttpServer http;
    private volatile String keys = "{\"keys\":[]}";

    KeyServer() throws IOException {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
      http.createContext(
          "/keys",
          exchange -> {
            byte[] body = keys.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      http.start();
    }

    void publish(ECKey key) {
      keys = new JWKSet(key.toPublicJWK()).toString();
    }

    URL url() throws IOException {
      return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/keys").toURL();
    }

    @Override
    public void close() {
      http.stop(0);
    }
  }
}
