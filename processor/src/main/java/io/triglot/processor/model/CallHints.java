package io.triglot.processor.model;

/**
 * What the user says of the price of a call, and of how long its answer holds.
 *
 * @param cost what it costs as a field of GraphQL
 * @param maxAgeSeconds for how long the answer may be taken from a cache; 0 for not at all
 * @param isPublic whether caches that callers share may keep it
 * @param tagged whether REST tells by a hash of the answer whether it has changed
 * @param sparse whether callers on REST can ask for some of the fields
 * @param expand whether callers on REST can ask for batched fields
 * @param retryMillis after how long clients of a stream connect again; 0 where it is not told
 * @param accepted whether the work is still to be done when a call has been answered
 */
public record CallHints(
    int cost,
    int maxAgeSeconds,
    boolean isPublic,
    boolean tagged,
    boolean sparse,
    boolean expand,
    int retryMillis,
    boolean accepted) {
  /** What holds where nothing is said. */
  public static final CallHints NONE = new CallHints(1, 0, false, false, false, false, 0, false);

  /** Whether answers may be kept. */
  public boolean isCached() {
    return maxAgeSeconds > 0;
  }
}
