package io.triglot.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a resource method is given for one of its parameters. */
public sealed interface Argument {
  /** What callers send of all these, that in beans included. */
  static Stream<Received> received(List<Argument> arguments) {
    return arguments.stream()
        .flatMap(
            each ->
                each instanceof Received received
                    ? Stream.of(received)
                    : each instanceof Bean bean ? received(bean.parts()) : Stream.empty());
  }

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

  /**
   * A value in the headers of REST and in gRPC's metadata, which is not part of the contract.
   *
   * @param sent what methods of clients take for it
   * @param source a header or a cookie
   * @param type of the value
   * @param otherwise the text that stands for an absent one, where there is one
   */
  record Metadata(Parameter sent, Source source, TypeRef type, Optional<String> otherwise)
      implements Argument {}

  /**
   * A cookie as an object of JAX-RS.
   *
   * @param sent what methods of clients take for it
   * @param type {@code Cookie} of either name
   */
  record CookieObject(Parameter sent, JavaName type, String name) implements Argument {}

  /**
   * What the container or the call knows: a context of JAX-RS, or who calls.
   *
   * @param optional whether it is an {@code Optional} of the type
   */
  record Context(JavaName type, boolean optional) implements Argument {}

  /**
   * What the method answers by, later.
   *
   * @param type {@code AsyncResponse} of either name
   */
  record Suspended(JavaName type) implements Argument {}

  /**
   * An object that is made of several values.
   *
   * @param constructor what it is made of
   * @param members what is set on it then
   */
  record Bean(JavaName type, List<Argument> constructor, List<Member> members) implements Argument {
    /** Takes copies. */
    public Bean {
      constructor = List.copyOf(constructor);
      members = List.copyOf(members);
    }

    private List<Argument> parts() {
      return Stream.concat(constructor.stream(), members.stream().map(Member::argument)).toList();
    }
  }

  /**
   * A member of a bean.
   *
   * @param declaring the class that has it
   * @param name of the setter or the field
   */
  record Member(JavaName declaring, String name, Form form, Argument argument) {
    /** How the member is set. */
    public enum Form {
      SETTER,
      FIELD,
      /** A field that only reflection reaches. */
      HIDDEN_FIELD
    }
  }
}
