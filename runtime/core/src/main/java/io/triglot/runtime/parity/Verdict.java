package io.triglot.runtime.parity;

/** What a comparison came to. */
public enum Verdict {
  /** Both have answered alike: the same value, or the same error. */
  SAME,

  /** The answers differ. */
  DIFFERENT,

  /** The candidate has given no answer: it was not reached, or took too long. */
  UNANSWERED,

  /** The candidate was not asked, because too many comparisons were going on. */
  SKIPPED
}
