package io.triglot.runtime.graphql.plan;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.ExecutionContext;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The plans of one document, each made when its field is first completed. They live as long as the
 * document is kept, and are together not much larger than it. Thread-safe.
 */
public final class DocumentPlans {
  private final Conditions conditions;
  private final AtomicInteger room;
  private final Map<String, FragmentDefinition> fragments;
  private final Map<Key, Optional<Plan>> plans = new ConcurrentHashMap<>();
  private final Map<OperationKey, Optional<OperationPlan>> operations = new ConcurrentHashMap<>();

  /** What is known of a field from the node alone, once the conditions are decided. */
  private record Key(Field field, GraphQLType type, int conditions) {}

  private record OperationKey(OperationDefinition operation, int conditions) {}

  private DocumentPlans(
      Conditions conditions, int room, Map<String, FragmentDefinition> fragments) {
    this.conditions = conditions;
    this.room = new AtomicInteger(room);
    this.fragments = fragments;
  }

  /**
   * Plans yet to be made.
   *
   * @param length of the document's text, which bounds how many columns they have together
   */
  public static DocumentPlans of(Document document, int length) {
    return new DocumentPlans(
        Conditions.of(document),
        length,
        document.getDefinitionsOfType(FragmentDefinition.class).stream()
            .collect(
                Collectors.toUnmodifiableMap(FragmentDefinition::getName, Function.identity())));
  }

  /** No plans: graphql-java completes everything. */
  public static DocumentPlans none() {
    return new DocumentPlans(new Conditions(List.of()), 0, Map.of());
  }

  /**
   * The plan for the value of a field.
   *
   * @param type of the value, which is not null
   * @return empty where graphql-java is to complete the value
   */
  Optional<Plan> plan(ExecutionContext execution, MergedField field, GraphQLType type) {
    if (!field.isSingleField() || !conditions.arePlannable()) {
      return Optional.empty();
    }
    Key key =
        new Key(
            field.getSingleField(),
            type,
            conditions.decided(execution.getCoercedVariables().toMap()));
    Optional<Plan> known = plans.get(key);
    return known == null ? planned(execution, field, key) : known;
  }

  /**
   * The plan of an operation as a whole.
   *
   * @return empty where graphql-java is to execute it
   */
  Optional<OperationPlan> operation(
      GraphQLSchema schema, OperationDefinition operation, CoercedVariables variables) {
    if (!conditions.arePlannable()) {
      return Optional.empty();
    }
    OperationKey key = new OperationKey(operation, conditions.decided(variables.toMap()));
    Optional<OperationPlan> known = operations.get(key);
    return known == null ? planned(schema, key, variables) : known;
  }

  private Optional<OperationPlan> planned(
      GraphQLSchema schema, OperationKey key, CoercedVariables variables) {
    int left = room.get();
    if (left <= 0) {
      return Optional.empty();
    }
    Optional<OperationPlan> plan =
        OperationPlanner.plan(
            schema, key.operation(), selected(schema, fragments, variables), left);
    room.addAndGet(-plan.map(OperationPlan::size).orElse(1));
    operations.putIfAbsent(key, plan);
    return plan;
  }

  private Optional<Plan> planned(ExecutionContext execution, MergedField field, Key key) {
    int left = room.get();
    if (left <= 0) {
      return Optional.empty();
    }
    Optional<Plan> plan =
        Planner.plan(
            execution.getGraphQLSchema(),
            field,
            key.type(),
            selected(
                execution.getGraphQLSchema(),
                execution.getFragmentsByName(),
                execution.getCoercedVariables()),
            left);
    room.addAndGet(-plan.map(Plan::size).orElse(1));
    plans.putIfAbsent(key, plan);
    return plan;
  }

  private static FieldCollectorParameters.Builder selected(
      GraphQLSchema schema, Map<String, FragmentDefinition> fragments, CoercedVariables variables) {
    return FieldCollectorParameters.newParameters()
        .schema(schema)
        .fragments(fragments)
        .variables(variables.toMap())
        .graphQLContext(GraphQLContext.getDefault());
  }
}
