package com.acme.library;

/** What a book is about. */
public enum Genre {
  /** Invented. */
  FICTION,
  /** True, or meant to be. */
  SCIENCE
}
