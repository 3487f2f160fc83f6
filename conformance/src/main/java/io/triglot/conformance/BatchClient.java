package io.triglot.conformance;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.Protocol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks for a batched field of a GraphQL type, below an operation that leads to objects of the type.
 *
 * @param root the operation
 * @param below the fields from its result to the batched one
 * @param arguments those of the operation
 */
record BatchClient(
    GraphQlClient client,
    OperationDescriptor root,
    List<GraphQLFieldDefinition> below,
    Arguments arguments)
    implements ProtocolClient {

  BatchClient {
    below = List.copyOf(below);
  }

  @Override
  public Protocol protocol() {
    return Protocol.GRAPHQL;
  }

  @Override
  public Optional<OpenApi.Route> route(OperationDescriptor operation) {
    return Optional.empty(); // a batched field takes nothing of a client
  }

  @Override
  public PendingAnswer send(
      OperationDescriptor batch, Arguments none, Map<String, String> headers) {
    return client.send(root, below, arguments, headers);
  }

  /**
   * The fields that lead from a field's result to a batched field, the shortest way; empty where
   * there is none that takes no arguments.
   *
   * @param batch such as {@code Order.product}
   */
  static Optional<List<GraphQLFieldDefinition>> way(GraphQLFieldDefinition from, String batch) {
    Deque<List<GraphQLFieldDefinition>> open = new ArrayDeque<>(List.of(List.of(from)));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      List<GraphQLFieldDefinition> way = open.removeFirst();
      GraphQLFieldDefinition last = way.get(way.size() - 1);
      if (GraphQLTypeUtil.unwrapAll(last.getType()) instanceof GraphQLObjectType type
          && seen.add(type.getName())) {
        for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
          List<GraphQLFieldDefinition> longer = new ArrayList<>(way);
          longer.add(field);
          if (batch.equals(type.getName() + "." + field.getName())) {
            return Optional.of(longer.subList(1, longer.size()));
          }
          if (field.getArguments().isEmpty()) {
            open.addLast(longer);
          }
        }
      }
    }
    return Optional.empty();
  }
}
