package io.triglot.processor.contract;

import io.triglot.processor.model.Origin;
import java.util.Optional;

/**
 * A difference between the lock and the contracts as they are.
 *
 * @param owner the canonical name of the Java type that it belongs to
 * @param member empty where the block as a whole has come or gone
 * @param before the value in the lock; empty for what is new
 * @param after the value now; empty for what is gone
 * @param origin the user's element that says what is now, or the nearest one that is left
 */
public record Change(
    String owner,
    BlockName block,
    String member,
    Optional<String> before,
    Optional<String> after,
    Origin origin) {

  /** What the lock calls it. */
  public String key() {
    return member.isEmpty() ? block.toString() : block + ": " + member;
  }

  boolean isAdded() {
    return before.isEmpty();
  }

  boolean isRemoved() {
    return after.isEmpty();
  }

  boolean isWholeBlock() {
    return member.isEmpty();
  }
}
