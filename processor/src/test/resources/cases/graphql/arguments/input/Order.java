package com.acme.library;

/** Orders of lists. */
public enum Order {
  NEWEST,
  OLDEST
}
