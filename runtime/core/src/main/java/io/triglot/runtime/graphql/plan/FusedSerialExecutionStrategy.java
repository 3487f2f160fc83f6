package io.triglot.runtime.graphql.plan;

import graphql.execution.AsyncSerialExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.FieldValueInfo;
import graphql.execution.FieldValueInfo.CompleteValueType;
import graphql.schema.GraphQLObjectType;
import org.jspecify.annotations.Nullable;

/**
 * Executes the fields of a mutation one after the other, and completes their values by plans.
 * Thread-safe.
 */
public final class FusedSerialExecutionStrategy extends AsyncSerialExecutionStrategy {
  /**
   * A strategy.
   *
   * @param errors makes errors of what fetchers throw
   */
  public FusedSerialExecutionStrategy(DataFetcherExceptionHandler errors) {
    super(errors);
  }

  @Override
  protected FieldValueInfo completeValueForList(
      ExecutionContext execution, ExecutionStrategyParameters parameters, Iterable<Object> values) {
    Object fused =
        Fusion.complete(
            execution,
            parameters,
            parameters.getExecutionStepInfo().getUnwrappedNonNullType(),
            values,
            replay ->
                super.completeValueForList(execution, replay.in(parameters), values)
                    .getFieldValueObject());
    return fused == null
        ? super.completeValueForList(execution, parameters, values)
        : new FieldValueInfo(CompleteValueType.LIST, fused);
  }

  @Override
  protected @Nullable Object completeValueForObject(
      ExecutionContext execution,
      ExecutionStrategyParameters parameters,
      GraphQLObjectType type,
      Object value) {
    Object fused =
        Fusion.complete(
            execution,
            parameters,
            type,
            value,
            replay -> super.completeValueForObject(execution, replay.in(parameters), type, value));
    return fused == null ? super.completeValueForObject(execution, parameters, type, value) : fused;
  }
}
