package io.triglot.runtime.graphql;

import graphql.schema.GraphQLInputObjectType;

/** An input type. Each one on GraphQL has a generated implementation, which has no state. */
public interface InputBinding extends TypeBinding {
  /** Describes the type. Called once, at start. */
  void describe(GraphQLInputObjectType.Builder type, SchemaBuilder schema);
}
