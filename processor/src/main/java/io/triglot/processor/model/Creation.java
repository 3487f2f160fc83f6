package io.triglot.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How an instance is made: by a call that takes arguments, after which the fields that are no
 * arguments are set, and at last by the builder, where it is one that was made.
 *
 * @param owner the class whose constructor or factory method is called
 * @param factory the static method; empty for the constructor
 * @param arguments in the order of the parameters
 * @param builder the builder, where the call makes one
 */
public record Creation(
    JavaName owner, Optional<String> factory, List<Argument> arguments, Optional<Builder> builder) {

  /** Takes a copy of the list. */
  public Creation {
    arguments = List.copyOf(arguments);
  }

  /** A constructor that takes these properties, such as a record's. */
  public static Creation constructor(JavaName type, Stream<String> properties) {
    return new Creation(
        type,
        Optional.empty(),
        properties.<Argument>map(Argument.Property::new).toList(),
        Optional.empty());
  }

  /** The same call, with what a function makes of the properties that are handed over. */
  public Creation with(Function<Argument.Property, Argument> function) {
    return new Creation(
        owner,
        factory,
        arguments.stream()
            .map(
                argument ->
                    argument instanceof Argument.Property property
                        ? function.apply(property)
                        : argument instanceof Argument.Part part
                            ? new Argument.Part(part.creation().with(function))
                            : argument)
            .toList(),
        builder);
  }

  /** Whether some argument is an instance that is made for it. */
  public boolean hasParts() {
    return arguments.stream().anyMatch(Argument.Part.class::isInstance);
  }

  /** What is handed over in the call. */
  public sealed interface Argument {
    /** The value of a field, by its name in Java. */
    record Property(String javaName) implements Argument {}

    /** An instance of a generic class, made of the values of further fields. */
    record Part(Creation creation) implements Argument {}

    /** The same always, for what is not part of the API: {@code null}, {@code 0}. */
    record Literal(String java) implements Argument {
      /** What stands for a value that nobody gives, of this primitive type or of a class. */
      public static Literal absent(String type) {
        return new Literal(
            switch (type) {
              case "boolean" -> "false";
              case "byte" -> "(byte) 0";
              case "short" -> "(short) 0";
              case "int" -> "0";
              case "long" -> "0L";
              case "float" -> "0f";
              case "double" -> "0d";
              case "char" -> "(char) 0";
              default -> "null";
            });
      }
    }
  }

  /**
   * A builder.
   *
   * @param type its class
   * @param build its method without parameters that makes the instance
   */
  public record Builder(JavaName type, String build) {}
}
