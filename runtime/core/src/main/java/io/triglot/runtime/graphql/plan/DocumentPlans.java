package io.triglot.runtime.graphql.plan;

import graphql.execution.ExecutionContext;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.language.Document;
import graphql.language.Field;
import graphql.schema.GraphQLType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The plans of one document, each made when its field is first completed. They live as long as the
 * document is kept, and are together not much larger than it. Thread-safe.
 */
public final class DocumentPlans {
  private final Conditions conditions;
  private final AtomicInteger room;
  private final Map<Key, Optional<Plan>> plans = new ConcurrentHashMap<>();

  /** What is known of a field from the node alone, once the conditions are decided. */
  private record Key(Field field, GraphQLType type, int conditions) {}

  private DocumentPlans(Conditions conditions, int room) {
    this.conditions = conditions;
    this.room = new AtomicInteger(room);
  }

  /**
   * Plans yet to be made.
   *
   * @param length of the document's text, which bounds how many columns they have together
   */
  public static DocumentPlans of(Document document, int length) {
    return new DocumentPlans(Conditions.of(document), length);
  }

  /** No plans: graphql-java completes everything. */
  public static DocumentPlans none() {
    return new DocumentPlans(new Conditions(List.of()), 0);
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
            FieldCollectorParameters.newParameters()
                .schema(execution.getGraphQLSchema())
                .fragments(execution.getFragmentsByName())
                .variables(execution.getCoercedVariables().toMap())
                .graphQLContext(execution.getGraphQLContext()),
            left);
    room.addAndGet(-plan.map(Plan::size).orElse(1));
    plans.putIfAbsent(key, plan);
    return plan;
  }
}
