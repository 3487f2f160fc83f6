package io.triglot.runtime.graphql;

import io.triglot.runtime.CallRequest;
import org.jspecify.annotations.Nullable;

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

  /**
   * Answers a field of Query, Mutation or Subscription that the service has added. Thread-safe.
   *
   * @param field its schema coordinates, such as {@code Query.products}
   * @param request what the transport knows of the call
   * @param arguments the arguments of the field, not yet bound
   * @return the value, a {@code CompletionStage} of it, or for a subscription a {@code
   *     Flow.Publisher} of values
   * @throws IllegalArgumentException for a field that the service has not added
   */
  default @Nullable Object answer(String field, CallRequest request, InputFields arguments) {
    throw new IllegalArgumentException(field);
  }
}
