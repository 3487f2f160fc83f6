package io.triglot.processor.model;

/** Whether an operation takes idempotency keys, as the module says. */
public enum IdempotencyKeys {
  /** It does not, or nobody says so. */
  NONE(""),

  /** A call may have one. */
  ACCEPTED("Takes an `Idempotency-Key`"),

  /** A call without one is refused. */
  REQUIRED("Needs an `Idempotency-Key`");

  private final String beginning;

  IdempotencyKeys(String beginning) {
    this.beginning = beginning;
  }

  /** A sentence about it; empty text for none. */
  public String inWords() {
    return this == NONE
        ? ""
        : beginning + ": a call that is sent again with the same key and arguments is made once.";
  }
}
