package io.triglot.runtime.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Documents that clients call by their SHA-256 (automatic persisted queries, the protocol of Apollo
 * in version 1). Only valid documents are kept. Thread-safe.
 */
final class PersistedQueries {
  /** The length of a document for which there is room, in characters; two bytes each at most. */
  private static final long LENGTH = 2_000;

  /** What clients look for, to send the document as well. */
  private static final Failure NOT_FOUND =
      failure(StatusCode.NOT_FOUND, "PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound");

  private static final Failure NOT_SUPPORTED =
      failure(
          StatusCode.UNIMPLEMENTED, "PERSISTED_QUERY_NOT_SUPPORTED", "PersistedQueryNotSupported");

  private final boolean supported;
  private final Cache<String, String> kept;

  /** Room for so many documents of usual length. */
  PersistedQueries(int count) {
    supported = count > 0;
    kept =
        Caffeine.newBuilder()
            .executor(Runnable::run) // to forget takes no time
            .maximumWeight(count * LENGTH)
            .weigher((String hash, String query) -> query.length())
            .build();
  }

  /**
   * The request with its document, which is kept if it is valid.
   *
   * @throws MalformedRequestException when there is none of that hash, or it has another one
   */
  GraphQlParameters resolve(GraphQlParameters request, Predicate<String> valid) {
    String sent = request.hash();
    if (sent == null) {
      return request;
    }
    if (!supported) {
      throw new MalformedRequestException(NOT_SUPPORTED);
    }
    String hash = sent.toLowerCase(Locale.ROOT);
    if (request.query().isEmpty()) {
      String known = kept.getIfPresent(hash);
      if (known == null) {
        throw new MalformedRequestException(NOT_FOUND);
      }
      return request.withQuery(known);
    }
    if (!sha256(request.query()).equals(hash)) {
      throw new MalformedRequestException(
          "extensions.persistedQuery.sha256Hash", "is not that of the query");
    }
    if (valid.test(request.query())) {
      kept.put(hash, request.query());
    }
    return request;
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static Failure failure(StatusCode code, String reason, String message) {
    return new Failure(code, reason, message, List.of(), Map.of());
  }
}
