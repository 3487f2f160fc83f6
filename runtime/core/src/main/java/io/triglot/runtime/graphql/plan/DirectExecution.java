package io.triglot.runtime.graphql.plan;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import io.triglot.runtime.CallObserver.Observation;
import io.triglot.runtime.SharedRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Executes an operation by its plan, without graphql-java, which takes over as soon as anything is
 * unusual: an error, a null that may not be there. It then finds what has been called and loaded,
 * and makes no call twice. Belongs to one request.
 */
public final class DirectExecution {
  /** Of messages, which are in English whatever the client reads. */
  public static final Locale LOCALE = Locale.ENGLISH;

  private final GraphQLSchema schema;
  private final SharedRequest request;
  private final Observation observed;
  private final Fetched fetched;
  private final GraphQLContext context = GraphQLContext.getDefault();

  /**
   * An execution of one request.
   *
   * @param fetched takes down what has been called, for graphql-java
   */
  public DirectExecution(
      GraphQLSchema schema, SharedRequest request, Observation observed, Fetched fetched) {
    this.schema = schema;
    this.request = request;
    this.observed = observed;
    this.fetched = fetched;
  }

  /**
   * The result.
   *
   * @param selected the operation, if there is the one that is asked for
   * @param variables as they were sent
   * @param engine has graphql-java make it, with what has been called and loaded by then
   */
  public CompletionStage<ExecutionResult> result(
      DocumentPlans plans,
      Optional<OperationDefinition> selected,
      Map<String, Object> variables,
      Supplier<CompletionStage<ExecutionResult>> engine) {
    Optional<OperationRun> possible =
        selected.flatMap(operation -> begin(plans, operation, variables));
    if (possible.isEmpty()) {
      return engine.get();
    }
    OperationRun run = possible.get();
    try {
      CompletableFuture<Void> complete = run.run();
      if (complete.isDone()) {
        complete.join();
        return CompletableFuture.completedStage(run.result());
      }
      return complete
          .handle(
              (done, unusual) ->
                  unusual == null
                      ? CompletableFuture.completedStage(run.result())
                      : handedOver(run, engine))
          .thenCompose(Function.identity());
    } catch (Exception unusual) {
      return handedOver(run, engine);
    }
  }

  private static CompletionStage<ExecutionResult> handedOver(
      OperationRun run, Supplier<CompletionStage<ExecutionResult>> engine) {
    run.handOver();
    return engine.get();
  }

  private Optional<OperationRun> begin(
      DocumentPlans plans, OperationDefinition operation, Map<String, Object> variables) {
    CoercedVariables coerced;
    try {
      coerced = coerced(operation, variables);
    } catch (RuntimeException wrong) { // graphql-java tells what
      return Optional.empty();
    }
    return plans
        .operation(schema, operation, coerced)
        .filter(plan -> Fusion.admits(request, plan.access()))
        .map(plan -> new OperationRun(schema, plan, coerced, context, request, observed, fetched));
  }

  private CoercedVariables coerced(OperationDefinition operation, Map<String, Object> variables) {
    return operation.getVariableDefinitions().isEmpty()
        ? CoercedVariables.emptyVariables()
        : ValuesResolver.coerceVariableValues(
            schema,
            operation.getVariableDefinitions(),
            RawVariables.of(variables),
            context,
            LOCALE);
  }
}
