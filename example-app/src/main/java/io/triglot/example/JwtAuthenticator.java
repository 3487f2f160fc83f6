package io.triglot.example;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.triglot.runtime.Authenticator;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Caller;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;

/**
 * Knows a caller by the JSON Web Token in {@code Authorization: Bearer} (RFC 6750): signed with our
 * key by HS256 and nothing else, not expired, its subject the caller's name. A call without such a
 * token is anonymous.
 *
 * <p>Thread-safe.
 */
final class JwtAuthenticator implements Authenticator {
  private static final String SCHEME = "Bearer ";

  private final DefaultJWTProcessor<SecurityContext> tokens = new DefaultJWTProcessor<>();

  JwtAuthenticator(SecretKey key) {
    tokens.setJWSKeySelector(
        new JWSVerificationKeySelector<>(JWSAlgorithm.HS256, new ImmutableSecret<>(key)));
    tokens.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(new JWTClaimsSet.Builder().build(), Set.of("sub", "exp")));
  }

  @Override
  public Optional<Caller> authenticate(CallRequest request) {
    return request
        .header("Authorization")
        .filter(credentials -> credentials.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .flatMap(credentials -> callerOf(credentials.substring(SCHEME.length()).strip()));
  }

  /** Never: the key is at hand. */
  @Override
  public boolean blocking() {
    return false;
  }

  private Optional<Caller> callerOf(String token) {
    try {
      JWTClaimsSet claims = tokens.process(token, null);
      List<String> roles = claims.getStringListClaim("roles");
      return Optional.of(
          new Caller(claims.getSubject(), roles == null ? Set.of() : Set.copyOf(roles)));
    } catch (ParseException | BadJOSEException | JOSEException invalid) {
      return Optional.empty();
    }
  }
}
