package io.triglot.processor.model;

import java.util.Optional;

/** What a resource method is given for one of its parameters. */
public sealed interface Argument {
  /**
   * A value that the caller sends: the operation's parameter of this name in Java.
   *
   * @param source where REST has it
   * @param otherwise the text that stands for an absent one, where there is one
   */
  record Received(String parameter, Source source, Optional<DefaultValue> otherwise)
      implements Argument {}

  /**
   * What {@code @DefaultValue} says.
   *
   * @param text as it is written, and as it would be in a request
   * @param type of the value that the text means
   */
  record DefaultValue(String text, TypeRef type) {}
}
