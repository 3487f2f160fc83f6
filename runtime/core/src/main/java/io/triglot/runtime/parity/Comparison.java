package io.triglot.runtime.parity;

import java.util.List;

/**
 * Two answers to one call.
 *
 * @param operation what was called, such as {@code OrderApi.order}
 * @param differences where the answers differ: JSON pointers (RFC 6901) into the value, or into an
 *     error of {@code code}, {@code reason}, {@code violations} and {@code details}; the empty one
 *     is the whole answer. No more than {@value #MOST_DIFFERENCES}; none unless it is {@link
 *     Verdict#DIFFERENT}
 * @param primary the answer that the caller was given
 * @param candidate that of the candidate
 */
public record Comparison(
    String operation,
    Verdict verdict,
    List<String> differences,
    Outcome primary,
    Outcome candidate) {
  static final int MOST_DIFFERENCES = 20;

  /** Takes a copy of the list. */
  public Comparison {
    differences = List.copyOf(differences);
  }
}
