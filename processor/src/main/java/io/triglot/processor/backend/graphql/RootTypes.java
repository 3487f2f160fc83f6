package io.triglot.processor.backend.graphql;

import io.triglot.processor.model.OperationKind;

/** The object types at which operations begin. */
final class RootTypes {
  private RootTypes() {}

  /** The root type that has the field of an operation. */
  static String name(OperationKind kind) {
    return switch (kind) {
      case QUERY -> "Query";
      case MUTATION -> "Mutation";
      case SUBSCRIPTION -> "Subscription";
    };
  }
}
