package io.triglot.runtime.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.triglot.runtime.Authenticator;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Caller;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Knows a caller by a key in a header of the application's choice. A call without the header is
 * anonymous; one with an unknown key is refused with {@link StatusCode#UNAUTHENTICATED} and the
 * reason {@code INVALID_API_KEY}, whatever it calls.
 *
 * <p>Keys are kept and compared as their SHA-256 digests, so that the time of a comparison tells
 * nothing about a key. Immutable and thread-safe; never blocks.
 */
public final class ApiKeyAuthenticator implements Authenticator {
  private final String header;
  private final Map<String, Caller> callers;

  private ApiKeyAuthenticator(String header, Map<String, Caller> callers) {
    this.header = header;
    this.callers = callers;
  }

  /**
   * Keys in {@code X-API-Key}.
   *
   * @param callers by their keys; keys are long and random, at least 128 bits
   */
  public static ApiKeyAuthenticator of(Map<String, Caller> callers) {
    return of("X-API-Key", callers);
  }

  /**
   * Keys in a header.
   *
   * @param header the name of the HTTP header or gRPC metadata entry, in any case
   * @param callers by their keys; keys are long and random, at least 128 bits
   */
  public static ApiKeyAuthenticator of(String header, Map<String, Caller> callers) {
    Map<String, Caller> byDigest = new TreeMap<>();
    callers.forEach((key, caller) -> byDigest.put(digest(key), caller));
    return new ApiKeyAuthenticator(
        Objects.requireNonNull(header, "header"), Collections.unmodifiableMap(byDigest));
  }

  @Override
  public Optional<Caller> authenticate(CallRequest request) {
    return request.header(header).map(this::callerOf);
  }

  @Override
  public boolean blocking() {
    return false;
  }

  private Caller callerOf(String key) {
    Caller caller = callers.get(digest(key));
    if (caller == null) {
      throw new Failure(
              StatusCode.UNAUTHENTICATED,
              "INVALID_API_KEY",
              "The API key is not known",
              List.of(),
              Map.of())
          .asException();
    }
    return caller;
  }

  private static String digest(String key) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
