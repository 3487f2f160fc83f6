package io.triglot.example.provider;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How the provider signs what it sends to webhooks, in the header {@code Provider-Signature}:
 * {@code t=<seconds>,v1=<HMAC-SHA256 of the seconds, a dot and the body, in hexadecimal digits>}.
 */
public final class WebhookSignature {
  /** The header. */
  public static final String HEADER = "Provider-Signature";

  private static final String ALGORITHM = "HmacSHA256";

  /** A signature is good for no longer, so that what somebody has overheard is of no use to him. */
  private static final Duration GOOD_FOR = Duration.ofMinutes(5);

  private WebhookSignature() {}

  /** The value of the header for a body. */
  public static String of(byte[] body, String secret, Instant now) {
    long seconds = now.getEpochSecond();
    return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac(seconds, body, secret));
  }

  /** Whether the provider has signed this body, a short time ago. */
  public static boolean isGood(String header, byte[] body, String secret, Instant now) {
    String[] parts = header.split(",v1=", 2);
    if (parts.length < 2 || !parts[0].startsWith("t=")) {
      return false;
    }
    try {
      long seconds = Long.parseLong(parts[0].substring(2));
      Duration age = Duration.between(Instant.ofEpochSecond(seconds), now).abs();
      return age.compareTo(GOOD_FOR) <= 0
          && MessageDigest.isEqual(mac(seconds, body, secret), HexFormat.of().parseHex(parts[1]));
    } catch (IllegalArgumentException | DateTimeException malformed) {
      return false;
    }
  }

  private static byte[] mac(long seconds, byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }
}
