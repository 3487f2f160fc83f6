package io.triglot.runtime;

import java.time.Duration;
import java.util.Objects;

/**
 * For how long the answer of a query may be taken from a cache.
 *
 * @param maxAge how long, in whole seconds
 * @param isPublic whether caches that several callers share may keep it
 */
public record CacheHint(Duration maxAge, boolean isPublic) {
  /** Refuses null. */
  public CacheHint {
    Objects.requireNonNull(maxAge, "maxAge");
  }

  /** What holds for an answer that is made of two. */
  public CacheHint and(CacheHint other) {
    return new CacheHint(
        maxAge.compareTo(other.maxAge) < 0 ? maxAge : other.maxAge, isPublic && other.isPublic);
  }

  /** The value of {@code Cache-Control} (RFC 9111, section 5.2.2). */
  public String header() {
    return (isPublic ? "public" : "private") + ", max-age=" + maxAge.toSeconds();
  }
}
