package io.triglot.runtime.graphql.plan;

import com.fasterxml.jackson.core.io.SerializedString;
import graphql.Scalars;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.introspection.Introspection;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLUnionType;
import io.triglot.runtime.Access;
import io.triglot.runtime.graphql.plan.FieldSource.Batch;
import io.triglot.runtime.graphql.plan.FieldSource.Computed;
import io.triglot.runtime.graphql.plan.FieldSource.Property;
import io.triglot.runtime.graphql.plan.Shape.AnyOf;
import io.triglot.runtime.graphql.plan.Shape.Elements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the plan of one field. What is selected is collected by graphql-java, so that fragments,
 * type conditions, {@code @skip}, {@code @include} and merged fields mean what they mean there.
 */
final class Planner {
  private final GraphQLSchema schema;
  private final FieldCollectorParameters.Builder selected;
  private final FieldCollector collector = new FieldCollector();
  private final Set<Access> access = new HashSet<>();
  private final int limit;
  private int size;

  private Planner(GraphQLSchema schema, FieldCollectorParameters.Builder selected, int limit) {
    this.schema = schema;
    this.selected = selected;
    this.limit = limit;
  }

  /**
   * The plan of a field.
   *
   * @param type the type of its value
   * @param selected the fragments and the variables of the document
   * @param limit how many columns it may have, since fragments can multiply them
   * @return empty where something beneath the field needs graphql-java
   */
  static Optional<Plan> plan(
      GraphQLSchema schema,
      MergedField field,
      GraphQLType type,
      FieldCollectorParameters.Builder selected,
      int limit) {
    Planner planner = new Planner(schema, selected, limit);
    try {
      Stage stage = planner.stage(field, GraphQLNonNull.nonNull(type));
      return Optional.of(new Plan(stage, Set.copyOf(planner.access), planner.size));
    } catch (Unusual needed) {
      return Optional.empty();
    }
  }

  private Stage stage(MergedField field, GraphQLType type) {
    StageColumns columns = new StageColumns();
    Slot slot = slot(field, type, columns, 0);
    return new Stage(slot, columns.byDepth());
  }

  private Slot slot(MergedField field, GraphQLType type, StageColumns stage, int depth) {
    return type instanceof GraphQLNonNull required
        ? new Slot(shape(field, required.getWrappedType(), stage, depth), true)
        : new Slot(shape(field, type, stage, depth), false);
  }

  private Shape shape(MergedField field, GraphQLType type, StageColumns stage, int depth) {
    if (type instanceof GraphQLScalarType scalar) {
      return Leaves.of(scalar);
    }
    if (type instanceof GraphQLEnumType enumeration) {
      return Leaves.of(enumeration);
    }
    if (type instanceof GraphQLList list) {
      return new Elements(slot(field, list.getWrappedType(), stage, depth));
    }
    return type instanceof GraphQLObjectType object
        ? selection(field, object, stage, depth)
        : anyOf(field, (GraphQLNamedOutputType) type, stage, depth);
  }

  private AnyOf anyOf(
      MergedField field, GraphQLNamedOutputType type, StageColumns stage, int depth) {
    if (!(resolver(type) instanceof MemberTypes types)) {
      throw Unusual.INSTANCE;
    }
    Map<String, Selection> selections = new HashMap<>();
    for (GraphQLObjectType member : members(type)) {
      selections.put(member.getName(), selection(field, member, stage, depth));
    }
    return new AnyOf(types, Map.copyOf(selections));
  }

  private @Nullable Object resolver(GraphQLNamedOutputType type) {
    return type instanceof GraphQLUnionType union
        ? schema.getCodeRegistry().getTypeResolver(union)
        : schema.getCodeRegistry().getTypeResolver((GraphQLInterfaceType) type);
  }

  private List<GraphQLObjectType> members(GraphQLNamedOutputType type) {
    return type instanceof GraphQLUnionType union
        ? union.getTypes().stream().map(GraphQLObjectType.class::cast).toList()
        : Objects.requireNonNull(schema.getImplementations((GraphQLInterfaceType) type));
  }

  private Selection selection(
      MergedField field, GraphQLObjectType type, StageColumns stage, int depth) {
    List<Column> columns = new ArrayList<>();
    for (MergedField each :
        collector.collectFields(selected.objectType(type).build(), field).getSubFieldsList()) {
      if (++size > limit) {
        throw Unusual.INSTANCE;
      }
      columns.add(column(each, type, stage, depth, columns.size()));
    }
    return new Selection(columns);
  }

  private Column column(
      MergedField field, GraphQLObjectType type, StageColumns stage, int depth, int position) {
    SerializedString key = new SerializedString(field.getResultKey());
    GraphQLFieldDefinition definition =
        Introspection.getFieldDefinition(schema, type, field.getName());
    if (definition == Introspection.TypeNameMetaFieldDef) {
      return typeName(key, type);
    }
    FieldSource source = source(type, definition);
    ArgumentValues arguments =
        new ArgumentValues(definition.getArguments(), field.getSingleField().getArguments());
    if (source instanceof Batch batch) {
      Stage loaded = stage(field, definition.getType());
      return stage.add(
          depth,
          ordinal -> new Column.Batched(key, position, ordinal, batch.queue(), arguments, loaded));
    }
    Slot slot = slot(field, definition.getType(), stage, depth + 1);
    if (source instanceof Computed computed) {
      require(computed.access());
      return new Column.Computed(key, computed.method(), arguments, slot);
    }
    Property property = (Property) source;
    require(property.access());
    return new Column.Read(key, property.reader(), slot);
  }

  /** The column of {@code __typename}. */
  static Column typeName(SerializedString key, GraphQLObjectType type) {
    return new Column.TypeName(key, Leaves.of(Scalars.GraphQLString), type.getName());
  }

  private void require(Access condition) {
    if (condition.level() != Access.Level.OPEN) {
      access.add(condition);
    }
  }

  private FieldSource source(GraphQLObjectType type, GraphQLFieldDefinition field) {
    if (!(schema.getCodeRegistry().getDataFetcher(type, field)
        instanceof PlannableFetcher<?> known)) {
      throw Unusual.INSTANCE;
    }
    return known.source().orElseThrow(() -> Unusual.INSTANCE);
  }
}
