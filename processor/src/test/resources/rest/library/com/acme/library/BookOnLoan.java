package com.acme.library;

import io.triglot.ApiError;
import io.triglot.runtime.StatusCode;

/** Somebody else has the book. */
@ApiError(StatusCode.FAILED_PRECONDITION)
public class BookOnLoan extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int waiting;

  public BookOnLoan(int waiting) {
    super("The book is on loan");
    this.waiting = waiting;
  }

  /** How many readers wait for it. */
  public int waiting() {
    return waiting;
  }

  /** A detail whose name problems have taken. */
  public String status() {
    return "LENT";
  }
}
