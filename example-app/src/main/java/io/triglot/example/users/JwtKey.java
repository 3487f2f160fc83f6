package io.triglot.example.users;

import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The secret that signs the shop's tokens and checks them: HS256 (RFC 7518, section 3.2). */
public final class JwtKey {
  private static final int MIN_BYTES = 32;

  private JwtKey() {}

  /**
   * The key of a secret.
   *
   * @throws IllegalArgumentException when the secret is too short to be safe
   */
  public static SecretKey of(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    if (bytes.length < MIN_BYTES) {
      throw new IllegalArgumentException(
          "A secret for HS256 needs at least 32 bytes, but this one has " + bytes.length);
    }
    return new SecretKeySpec(bytes, "HmacSHA256");
  }
}
