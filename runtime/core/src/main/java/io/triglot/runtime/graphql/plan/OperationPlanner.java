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

/** Makes the plan of an operation of which each field has one. */
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
      GraphQLFieldDefinition definition =
          Introspection.getFieldDefinition(schema, type, field.getName());
      SerializedString key = new SerializedString(field.getResultKey());
      if (definition == Introspection.TypeNameMetaFieldDef) {
        columns.add(Planner.typeName(key, type));
      } else {
        OperationPlan.Root root = root(type, definition, field, columns.size());
        roots.add(root);
        columns.add(new Column.Called(key, root.slot()));
      }
    }
    return new OperationPlan(
        operation.getOperation(),
        List.copyOf(roots),
        new Selection(columns),
        Set.copyOf(access),
        limit - left);
  }

  private OperationPlan.Root root(
      GraphQLObjectType type, GraphQLFieldDefinition definition, MergedField field, int position) {
    if (!(schema.getCodeRegistry().getDataFetcher(type, definition) instanceof RootCall call)) {
      throw Unusual.INSTANCE;
    }
    Plan plan =
        Planner.plan(
                schema, field, GraphQLTypeUtil.unwrapNonNull(definition.getType()), selected, left)
            .orElseThrow(() -> Unusual.INSTANCE);
    left -= plan.size() + 1;
    access.addAll(plan.access());
    return new OperationPlan.Root(
        position,
        field.getResultKey(),
        field.getName(),
        call,
        definition.getArguments(),
        field.getArguments(),
        constant(definition, field),
        new Slot(plan.stage().slot().shape(), GraphQLTypeUtil.isNonNull(definition.getType())),
        plan.stage());
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
