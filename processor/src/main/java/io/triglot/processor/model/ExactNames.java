package io.triglot.processor.model;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The names that something has in single contracts, exactly as they are to stand there.
 *
 * @param protobuf without the package
 * @param protobufPackage of a service or type, whether its own or that of its Java package
 * @param graphqlInput the name of an object type as an input type
 */
public record ExactNames(
    Optional<String> protobuf,
    Optional<String> protobufPackage,
    Optional<String> graphql,
    Optional<String> graphqlInput,
    Optional<String> openapi) {

  /** None. */
  public static final ExactNames NONE =
      new ExactNames(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Stands for the names of the type arguments in those of a generic class. */
  private static final String ARGUMENTS = "*";

  /** The same for a use of a generic class, whose type arguments are called so. */
  public ExactNames of(String arguments) {
    UnaryOperator<String> use = name -> name.replace(ARGUMENTS, arguments);
    return new ExactNames(
        protobuf.map(use),
        protobufPackage,
        graphql.map(use),
        graphqlInput.map(use),
        openapi.map(use));
  }

  /** The same with this name in GraphQL. */
  public ExactNames withGraphql(String name) {
    return new ExactNames(protobuf, protobufPackage, Optional.of(name), graphqlInput, openapi);
  }

  /** The name in GraphQL. */
  public static String graphql(Optional<ExactNames> exact, String derived) {
    return exact.flatMap(ExactNames::graphql).orElse(derived);
  }

  /** The name in OpenAPI. */
  public static String openapi(Optional<ExactNames> exact, String derived) {
    return exact.flatMap(ExactNames::openapi).orElse(derived);
  }

  /** The name in protobuf. */
  public static String protobuf(Optional<ExactNames> exact, String derived) {
    return exact.flatMap(ExactNames::protobuf).orElse(derived);
  }
}
