package io.triglot.runtime.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import io.triglot.runtime.Authenticator;
import io.triglot.runtime.CallException;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Caller;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import java.net.URL;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Knows a caller by the JSON Web Token (RFC 7519) in {@code Authorization: Bearer} (RFC 6750).
 *
 * <p>A token must be signed by one of the keys and one of the algorithms that are given here,
 * whatever its own header says; it must have a subject, which is the caller's name, and must not
 * have expired, give or take a minute for clocks that differ. A call without a bearer token is
 * anonymous; one whose token is not valid is refused with {@link StatusCode#UNAUTHENTICATED} and
 * the reason {@code INVALID_TOKEN}, whatever it calls.
 *
 * <p>Immutable and thread-safe. Keys from a URL are fetched when they are needed, for which a call
 * may wait, and kept for minutes; a token that names an unknown key has them fetched again, but not
 * more than twice in half a minute. Where they cannot be had calls fail with {@link
 * StatusCode#UNAVAILABLE}.
 */
public final class JwtAuthenticator implements Authenticator {
  private static final String SCHEME = "Bearer ";

  private final DefaultJWTProcessor<SecurityContext> tokens = new DefaultJWTProcessor<>();
  private final String rolesClaim;
  private final boolean remote;

  private JwtAuthenticator(Builder builder) {
    tokens.setJWSKeySelector(new JWSVerificationKeySelector<>(builder.algorithms, builder.keys));
    JWTClaimsSet.Builder exact = new JWTClaimsSet.Builder();
    if (builder.issuer != null) {
      exact.issuer(builder.issuer);
    }
    tokens.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(builder.audience, exact.build(), Set.of("sub", "exp")));
    rolesClaim = builder.rolesClaim;
    remote = builder.remote;
  }

  /** Tokens that are signed with a shared secret of at least 256 bits, by HS256. */
  public static Builder secret(SecretKey key) {
    return new Builder(new ImmutableSecret<>(key), Set.of(JWSAlgorithm.HS256), false);
  }

  /**
   * Tokens that are signed with one of the keys that their issuer publishes.
   *
   * @param keySet where the keys are, as a JSON Web Key Set (RFC 7517)
   * @param algorithms those that are accepted, such as {@code RS256} or {@code ES256} (RFC 7518);
   *     at least one, and none with a shared secret
   */
  public static Builder keySet(URL keySet, String... algorithms) {
    Set<JWSAlgorithm> parsed =
        Arrays.stream(algorithms).map(JWSAlgorithm::parse).collect(Collectors.toSet());
    if (parsed.isEmpty() || !JWSAlgorithm.Family.SIGNATURE.containsAll(parsed)) {
      throw new IllegalArgumentException(
          "Not the algorithms of public keys, such as RS256: " + Arrays.toString(algorithms));
    }
    return new Builder(
        JWKSourceBuilder.<SecurityContext>create(keySet).retrying(true).build(), parsed, true);
  }

  @Override
  public Optional<Caller> authenticate(CallRequest request) {
    return request
        .header("Authorization")
        .filter(credentials -> credentials.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(credentials -> callerOf(credentials.substring(SCHEME.length()).strip()));
  }

  /** Only where keys are fetched from a URL. */
  @Override
  public boolean blocking() {
    return remote;
  }

  private Caller callerOf(String token) {
    try {
      JWTClaimsSet claims = tokens.process(token, null);
      List<String> roles = claims.getStringListClaim(rolesClaim);
      return new Caller(claims.getSubject(), roles == null ? Set.of() : Set.copyOf(roles));
    } catch (ExpiredJWTException expired) {
      throw invalid("The bearer token has expired");
    } catch (KeySourceException unreachable) {
      throw Failure.of(StatusCode.UNAVAILABLE, "The keys that sign tokens cannot be had")
          .asException();
    } catch (ParseException | BadJOSEException | JOSEException invalid) {
      throw invalid("The bearer token is not valid");
    }
  }

  private static CallException invalid(String message) {
    return new Failure(StatusCode.UNAUTHENTICATED, INVALID_TOKEN, message, List.of(), Map.of())
        .asException();
  }

  /** What tokens must say. Not thread-safe. */
  public static final class Builder {
    private final JWKSource<SecurityContext> keys;
    private final Set<JWSAlgorithm> algorithms;
    private final boolean remote;
    private @Nullable String issuer;
    private @Nullable String audience;
    private String rolesClaim = "roles";

    private Builder(JWKSource<SecurityContext> keys, Set<JWSAlgorithm> algorithms, boolean remote) {
      this.keys = keys;
      this.algorithms = algorithms;
      this.remote = remote;
    }

    /** Accepts the tokens of one issuer only ({@code iss}); else the keys decide. */
    public Builder issuer(String issuer) {
      this.issuer = Objects.requireNonNull(issuer, "issuer");
      return this;
    }

    /** Accepts only tokens that are meant for us, among others ({@code aud}); else all. */
    public Builder audience(String audience) {
      this.audience = Objects.requireNonNull(audience, "audience");
      return this;
    }

    /** The claim that lists the caller's roles; {@code roles} where nothing is said. */
    public Builder rolesClaim(String claim) {
      this.rolesClaim = Objects.requireNonNull(claim, "claim");
      return this;
    }

    /** The authenticator. */
    public JwtAuthenticator build() {
      return new JwtAuthenticator(this);
    }
  }
}
