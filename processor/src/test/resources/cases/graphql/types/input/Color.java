package com.acme.types;

public enum Color {
  RED,
  /** Like grass. */
  GREEN,
  /**
   * Like the sky.
   *
   * @deprecated Use GREEN.
   */
  @Deprecated
  BLUE
}
