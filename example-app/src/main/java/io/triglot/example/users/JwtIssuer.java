package io.triglot.example.users;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.crypto.SecretKey;

/** Makes the tokens of the demo users, signed by HS256 as the shop asks for them. */
public final class JwtIssuer {
  private final SecretKey key;

  /** Signs with this key. */
  public JwtIssuer(SecretKey key) {
    this.key = key;
  }

  /** A token that says who somebody is and what roles he has, until it expires. */
  public String issue(String subject, List<String> roles, Instant expiry) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .subject(subject)
            .claim("roles", roles)
            .expirationTime(Date.from(expiry))
            .build();
    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    try {
      token.sign(new MACSigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("A token could not be signed", e);
    }
    return token.serialize();
  }
}
