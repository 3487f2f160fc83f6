package io.triglot.processor.model;

/** Where a request of REST has a value. */
public sealed interface Source {
  /** A variable of the path template. */
  record PathVariable(String name) implements Source {}

  /** A parameter of the query; repeated for several values. */
  record Query(String name) implements Source {}

  /** A matrix parameter of a segment of the path. */
  record Matrix(String name) implements Source {}

  /** The id of the last event that the client has received, or a parameter of the query. */
  record LastEvent(String name) implements Source {}

  /** A field of a form. */
  record Form(String name) implements Source {}

  /** A header field. */
  record Header(String name) implements Source {}

  /** A cookie. */
  record Cookie(String name) implements Source {}

  /** The body. */
  record Body() implements Source {}
}
