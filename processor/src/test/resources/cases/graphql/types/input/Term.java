package com.acme.types;

/** What can be worked out. */
public sealed interface Term {
  record Sum(Term left, Term right) implements Term {}

  record Constant(int number) implements Term {}
}
