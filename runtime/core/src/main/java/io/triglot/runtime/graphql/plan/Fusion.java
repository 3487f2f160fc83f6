package io.triglot.runtime.graphql.plan;

import graphql.GraphQLContext;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.ResultNodesInfo;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.schema.GraphQLType;
import io.triglot.runtime.Access;
import io.triglot.runtime.Clearance;
import io.triglot.runtime.SharedRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decides which values are completed by a plan. */
final class Fusion {
  private Fusion() {}

  /**
   * Completes a value by its plan, if it has one.
   *
   * @param type of the value, which is not null
   * @param plainly has graphql-java complete it: gives it, or a future of it
   * @return the completed value, or a future of it; null where graphql-java has to complete it
   */
  static @Nullable Object complete(
      ExecutionContext execution,
      ExecutionStrategyParameters parameters,
      GraphQLType type,
      Object value,
      Function<Replay, @Nullable Object> plainly) {
    Optional<Plan> plan = plan(execution, parameters, type);
    if (plan.isEmpty()
        || !admits(execution.getGraphQLContext().get(SharedRequest.class), plan.get().access())) {
      return null;
    }
    try {
      return new Completion(execution, parameters, plainly).of(plan.get().stage(), value);
    } catch (Exception unusual) {
      return null;
    }
  }

  /** Who instruments the execution, counts its nodes or wants parts later wants field by field. */
  private static Optional<Plan> plan(
      ExecutionContext execution, ExecutionStrategyParameters parameters, GraphQLType type) {
    GraphQLContext context = execution.getGraphQLContext();
    DocumentPlans plans = context.get(DocumentPlans.class);
    return plans == null
            || context.get(ResultNodesInfo.MAX_RESULT_NODES) != null
            || Replay.isIn(parameters)
            || execution.hasIncrementalSupport()
            || execution.getInstrumentation() != SimplePerformantInstrumentation.INSTANCE
        ? Optional.empty()
        : plans.plan(execution, Objects.requireNonNull(parameters.getField()), type);
  }

  /** Whether the caller of a request is admitted to everything that is required. */
  static boolean admits(@Nullable SharedRequest request, Set<Access> required) {
    if (required.isEmpty()) {
      return true;
    }
    try {
      Clearance clearance = Objects.requireNonNull(request).clearance();
      return required.stream().allMatch(clearance::admits);
    } catch (RuntimeException refused) {
      return false;
    }
  }
}
