package io.triglot.processor.backend.graphql;

import io.triglot.processor.model.OperationKind;
import io.triglot.processor.spi.Options;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The object types at which operations begin, by the names that the module gives them.
 *
 * @param query the option {@value #QUERY}
 * @param mutation the option {@value #MUTATION}
 * @param subscription the option {@value #SUBSCRIPTION}
 */
record RootTypes(String query, String mutation, String subscription) {
  /** The name of the type of queries; {@code Query} if not given. */
  static final String QUERY = "graphql.query";

  /** The name of the type of mutations; {@code Mutation} if not given. */
  static final String MUTATION = "graphql.mutation";

  /** The name of the type of subscriptions; {@code Subscription} if not given. */
  static final String SUBSCRIPTION = "graphql.subscription";

  private static final RootTypes USUAL = new RootTypes("Query", "Mutation", "Subscription");

  /** The names that the options give, and the usual ones. */
  static RootTypes of(Options options) {
    return new RootTypes(
        options.get(QUERY).orElse(USUAL.query),
        options.get(MUTATION).orElse(USUAL.mutation),
        options.get(SUBSCRIPTION).orElse(USUAL.subscription));
  }

  /** The root type that has the field of an operation. */
  String name(OperationKind kind) {
    return switch (kind) {
      case QUERY -> query;
      case MUTATION -> mutation;
      case SUBSCRIPTION -> subscription;
    };
  }

  /** All of them. */
  List<String> names() {
    return List.of(query, mutation, subscription);
  }

  /** Whether a document has to say what they are called. */
  boolean areRenamed() {
    return !equals(USUAL);
  }

  /** The names that cannot be used: no names of GraphQL, or of one type twice. */
  List<String> wrong() {
    Stream<String> invalid = names().stream().filter(name -> !SchemaNames.isValid(name));
    return Set.copyOf(names()).size() < names().size()
        ? Stream.concat(invalid, names().stream().filter(this::isRepeated)).distinct().toList()
        : invalid.toList();
  }

  private boolean isRepeated(String name) {
    return names().stream().filter(name::equals).count() > 1;
  }
}
