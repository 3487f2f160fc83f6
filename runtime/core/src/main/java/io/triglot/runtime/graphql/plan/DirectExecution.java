package io.triglot.runtime.graphql.plan;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.GraphQLSchema;
import io.triglot.runtime.CallObserver.Observation;
import io.triglot.runtime.SharedRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Executes an operation by its plan, without graphql-java, which takes over as soon as anything is
 * unusual: a stage, an error, a null that may not be there. It then finds what has been called, and
 * makes no call twice. Belongs to one request.
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
   * The result, which has no errors; empty where graphql-java is to make it.
   *
   * @param selected the operation, if there is the one that is asked for
   * @param variables as they were sent
   */
  public Optional<ExecutionResult> result(
      DocumentPlans plans, Optional<OperationDefinition> selected, Map<String, Object> variables) {
    if (selected.isEmpty()) {
      return Optional.empty();
    }
    CoercedVariables coerced;
    try {
      coerced = coerced(selected.get(), variables);
    } catch (RuntimeException wrong) { // graphql-java tells what
      return Optional.empty();
    }
    Optional<OperationPlan> plan = plans.operation(schema, selected.get(), coerced);
    if (plan.isEmpty() || !Fusion.admits(request, plan.get().access())) {
      return Optional.empty();
    }
    @Nullable Object[] cells = cells(plan.get(), coerced);
    return cells == null
        ? Optional.empty()
        : Optional.of(
            new ExecutionResultImpl(new CompletedObject(plan.get().data(), cells), List.of()));
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

  private @Nullable Object @Nullable [] cells(OperationPlan plan, CoercedVariables variables) {
    Pass pass =
        new Pass(values -> values.in(schema, variables, context, LOCALE), request, context, LOCALE);
    @Nullable Object[] cells = new @Nullable Object[plan.roots().size()];
    for (int i = 0; i < cells.length; i++) {
      OperationPlan.Root root = plan.roots().get(i);
      Map<String, @Nullable Object> arguments;
      try {
        arguments = arguments(root, variables);
      } catch (RuntimeException wrong) {
        return null;
      }
      Object value;
      try {
        value = root.call().call(request(plan, root), observed, arguments);
      } catch (RuntimeException failure) {
        fetched.addFailure(root.key(), failure);
        return null;
      }
      fetched.add(root.key(), value);
      try {
        cells[i] = pass.root(root.slot(), value);
      } catch (Exception unusual) {
        return null;
      }
    }
    return cells;
  }

  /** The fields of a mutation are called one after the other, so that they can be counted. */
  private SharedRequest request(OperationPlan plan, OperationPlan.Root root) {
    return plan.kind() == Operation.MUTATION ? request.next(root.name()) : request;
  }

  private Map<String, @Nullable Object> arguments(
      OperationPlan.Root root, CoercedVariables variables) {
    return root.constant() != null
        ? root.constant()
        : ValuesResolver.getArgumentValues(
            schema.getCodeRegistry(),
            root.parameters(),
            root.arguments(),
            variables,
            context,
            LOCALE);
  }
}
