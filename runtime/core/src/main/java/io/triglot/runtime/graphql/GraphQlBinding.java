package io.triglot.runtime.graphql;

/**
 * What a service adds to the schema. Each service that is offered on GraphQL has one generated
 * implementation, named after the service's class with {@code GraphQl} appended, with a public
 * constructor that takes the service and the {@link io.triglot.runtime.Calls} its calls walk.
 */
public interface GraphQlBinding {
  /**
   * Adds the service's fields, and with them the types that they lead to. Called once, at start.
   */
  void contribute(SchemaBuilder schema);
}
