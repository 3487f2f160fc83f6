package io.triglot.runtime.graphql;

import static graphql.schema.GraphQLTypeUtil.unwrapAll;
import static graphql.schema.GraphQLTypeUtil.unwrapNonNull;

import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Weighs the operations of a document that is valid, and whose depth and number of fields are
 * within their limits. Belongs to one document.
 */
final class Weigher {
  private static final List<String> SIZES = List.of("first", "last", "limit");
  private static final BigInteger LONGEST = BigInteger.valueOf(Long.MAX_VALUE);

  private final GraphQLSchema schema;
  private final FieldCosts costs;
  private final Map<String, FragmentDefinition> fragments = new HashMap<>();

  private Weigher(GraphQLSchema schema, FieldCosts costs, Document document) {
    this.schema = schema;
    this.costs = costs;
    for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
      fragments.put(fragment.getName(), fragment);
    }
  }

  /** The weight of each operation of a document. */
  static Map<OperationDefinition, Weight> weights(
      GraphQLSchema schema, FieldCosts costs, Document document) {
    Weigher weigher = new Weigher(schema, costs, document);
    Map<OperationDefinition, Weight> weights = new HashMap<>();
    for (OperationDefinition each : document.getDefinitionsOfType(OperationDefinition.class)) {
      weights.put(each, weigher.weight(each));
    }
    return weights;
  }

  /** How many elements a list has: so many, or as many as a variable says. */
  private record Size(@Nullable String variable, long count) {
    Weight of(Weight each) {
      return variable == null
          ? each.times(count)
          : new Weight(0, List.of(new Weight.Sized(variable, count, each)));
    }
  }

  private Weight weight(OperationDefinition operation) {
    GraphQLCompositeType root =
        switch (operation.getOperation()) {
          case QUERY -> schema.getQueryType();
          case MUTATION -> Objects.requireNonNull(schema.getMutationType());
          case SUBSCRIPTION -> Objects.requireNonNull(schema.getSubscriptionType());
        };
    Map<String, Long> defaults = new HashMap<>();
    operation
        .getVariableDefinitions()
        .forEach(
            variable -> {
              if (variable.getDefaultValue() instanceof IntValue number) {
                defaults.put(variable.getName(), count(number));
              }
            });
    return selections(operation.getSelectionSet(), root, null, defaults);
  }

  private Weight selections(
      @Nullable SelectionSet selections,
      GraphQLCompositeType type,
      @Nullable Size around,
      Map<String, Long> defaults) {
    Weight total = Weight.NOTHING;
    if (selections != null) {
      for (Selection<?> selection : selections.getSelections()) {
        total = total.plus(selection(selection, type, around, defaults));
      }
    }
    return total;
  }

  private Weight selection(
      Selection<?> selection,
      GraphQLCompositeType type,
      @Nullable Size around,
      Map<String, Long> defaults) {
    if (selection instanceof Field field) {
      return field(field, type, around, defaults);
    }
    if (selection instanceof FragmentSpread spread) {
      FragmentDefinition fragment = Objects.requireNonNull(fragments.get(spread.getName()));
      return selections(
          fragment.getSelectionSet(), named(fragment.getTypeCondition(), type), around, defaults);
    }
    InlineFragment inline = (InlineFragment) selection;
    return selections(
        inline.getSelectionSet(), named(inline.getTypeCondition(), type), around, defaults);
  }

  private GraphQLCompositeType named(@Nullable TypeName condition, GraphQLCompositeType otherwise) {
    return condition != null
            && schema.getType(condition.getName()) instanceof GraphQLCompositeType type
        ? type
        : otherwise;
  }

  private Weight field(
      Field field, GraphQLCompositeType type, @Nullable Size around, Map<String, Long> defaults) {
    GraphQLType returned =
        unwrapNonNull(Introspection.getFieldDef(schema, type, field.getName()).getType());
    boolean introspection = Introspection.isIntrospectionTypes(type) || isMeta(field);
    Size told = introspection ? null : told(field, defaults);
    boolean list = returned instanceof GraphQLList;
    Weight inside =
        unwrapAll(returned) instanceof GraphQLCompositeType composite
            ? selections(field.getSelectionSet(), composite, list ? null : told, defaults)
            : new Weight(list ? 1 : 0, List.of());
    return (list ? size(told, around, introspection).of(inside) : inside)
        .plus(cost(type, field.getName()));
  }

  /** Introspection of a schema costs what the schema is worth, which nobody can make larger. */
  private Size size(@Nullable Size told, @Nullable Size around, boolean introspection) {
    Size known = told == null ? around : told;
    return known == null ? new Size(null, introspection ? 1 : costs.assumedListSize()) : known;
  }

  private static boolean isMeta(Field field) {
    return field.getName().startsWith("__");
  }

  /** What one of the arguments says that limit lists. */
  private @Nullable Size told(Field field, Map<String, Long> defaults) {
    for (Argument argument : field.getArguments()) {
      if (SIZES.contains(argument.getName())) {
        Value<?> value = argument.getValue();
        if (value instanceof IntValue number) {
          return new Size(null, count(number));
        }
        if (value instanceof VariableReference variable) {
          String name = variable.getName();
          return new Size(name, defaults.getOrDefault(name, (long) costs.assumedListSize()));
        }
      }
    }
    return null;
  }

  private static long count(IntValue number) {
    return number.getValue().max(BigInteger.ZERO).min(LONGEST).longValue();
  }

  /** Of an interface what the dearest of its types costs. */
  private long cost(GraphQLCompositeType type, String field) {
    return type instanceof GraphQLInterfaceType shared
        ? Objects.requireNonNull(schema.getImplementations(shared)).stream()
            .mapToLong(member -> costs.of(member.getName(), field))
            .max()
            .orElse(1)
        : costs.of(type.getName(), field);
  }
}
