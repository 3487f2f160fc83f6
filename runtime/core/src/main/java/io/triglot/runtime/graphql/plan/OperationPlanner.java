package io.triglot.runtime.graphql.plan;

import com.fasterxml.jackson.core.io.SerializedString;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.execution.ValuesResolver;
import graphql.introspection.Introspection;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.triglot.runtime.Access;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the plan of an operation of which each field has one, and which loads no batches. */
final class OperationPlanner {
  private final GraphQLSchema schema;
  private final OperationDefinition operation;
  private final FieldCollectorParameters.Builder selected;
  private final Set<Access> access = new HashSet<>();
  private final int limit;
  private int left;

  private OperationPlanner(
      GraphQLSchema schema,
      OperationDefinition operation,
      FieldCollectorParameters.Builder selected,
      int limit) {
    this.schema = schema;
    this.operation = operation;
    this.selected = selected;
    this.limit = limit;
    left = limit;
  }

  /**
   * The plan of an operation.
   *
   * @param selected the fragments and the variables of the document
   * @param limit how many columns it may have
   * @return empty where it needs graphql-java
   */
  static Optional<OperationPlan> plan(
      GraphQLSchema schema,
      OperationDefinition operation,
      FieldCollectorParameters.Builder selected,
      int limit) {
    try {
      return Optional.of(new OperationPlanner(schema, operation, selected, limit).plan());
    } catch (RuntimeException needed) { // or a literal that does not fit, which it tells
      return Optional.empty();
    }
  }

  private OperationPlan plan() {
    GraphQLObjectType type =
        operation.getOperation() == Operation.MUTATION
            ? Objects.requireNonNull(schema.getMutationType())
            : schema.getQueryType();
    if (operation.getOperation() == Operation.SUBSCRIPTION
        || !operation.getDirectives().isEmpty()) {
      throw Unusual.INSTANCE;
    }
    List<OperationPlan.Root> roots = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (MergedField field :
        new FieldCollector()
            .collectFields(selected.objectType(type).build(), operation.getSelectionSet())
            .getSubFieldsList()) {
      OperationPlan.Root root = root(type, field);
      roots.add(root);
      columns.add(
          new Column.Read(
              new SerializedString(root.key()),
              source -> {
                throw new IllegalStateException("a field at the root is called");
              },
              root.slot()));
    }
    if (roots.isEmpty()) {
      throw Unusual.INSTANCE;
    }
    return new OperationPlan(
        operation.getOperation(),
        List.copyOf(roots),
        new Shape.Selection(type.getName(), List.copyOf(columns)),
        Set.copyOf(access),
        limit - left);
  }

  private OperationPlan.Root root(GraphQLObjectType type, MergedField field) {
    GraphQLFieldDefinition definition =
        Introspection.getFieldDefinition(schema, type, field.getName());
    if (!(schema.getCodeRegistry().getDataFetcher(type, definition) instanceof RootCall call)) {
      throw Unusual.INSTANCE;
    }
    Plan plan =
        Planner.plan(
                schema, field, GraphQLTypeUtil.unwrapNonNull(definition.getType()), selected, left)
            .filter(each -> each.stage().batched().isEmpty())
            .orElseThrow(() -> Unusual.INSTANCE);
    left -= plan.size() + 1;
    access.addAll(plan.access());
    return new OperationPlan.Root(
        field.getResultKey(),
        field.getName(),
        call,
        definition.getArguments(),
        field.getArguments(),
        constant(definition, field),
        new Slot(plan.stage().slot().shape(), GraphQLTypeUtil.isNonNull(definition.getType())));
  }

  private @Nullable Map<String, @Nullable Object> constant(
      GraphQLFieldDefinition definition, MergedField field) {
    return operation.getVariableDefinitions().isEmpty()
        ? ValuesResolver.getArgumentValues(
            schema.getCodeRegistry(),
            definition.getArguments(),
            field.getArguments(),
            CoercedVariables.emptyVariables(),
            GraphQLContext.getDefault(),
            Locale.ENGLISH)
        : null;
  }
}
