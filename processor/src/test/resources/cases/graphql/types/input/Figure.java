package com.acme.types;

/** What can be drawn. */
public sealed interface Figure {
  /** What people call it. */
  String label();

  /** A round one. */
  record Disc(String label, double radius) implements Figure {}

  record Point(String label) implements Figure {}
}
