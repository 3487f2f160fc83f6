package io.triglot.runtime.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.GraphQLFieldDefinition;

/**
 * A field that a service adds to a type that it does not own: to a root type, or, loaded in
 * batches, to another object type.
 *
 * @param type the name of the type
 * @param contributor the class of the binding that added it
 */
record AddedField(
    String type, GraphQLFieldDefinition definition, DataFetcher<?> fetcher, String contributor) {

  String coordinates() {
    return type + "." + definition.getName();
  }

  boolean isBatched() {
    return fetcher instanceof BatchingFetcher;
  }

  /** Whether it waits for others of its level. */
  boolean isLoaded() {
    return isBatched() || fetcher instanceof NodeFetcher;
  }
}
