package io.triglot.processor.contract;

/** A line that is none of a lock: a slip of the hand, or what a merge has left. */
public final class LockSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final String text;

  LockSyntaxException(int line, String text) {
    super("line " + line + ": " + text);
    this.line = line;
    this.text = text;
  }

  /** The number of the line, from 1. */
  public int line() {
    return line;
  }

  /** The line. */
  public String text() {
    return text;
  }
}
