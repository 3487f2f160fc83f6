package io.triglot.runtime.graphql;

import static graphql.schema.GraphQLTypeUtil.unwrapAll;
import static graphql.schema.GraphQLTypeUtil.unwrapNonNull;

import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.ArrayValue;
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
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Weighs the operations of a document that is valid, and whose depth and number of fields are
 * within their limits. Belongs to one document.
 */
final class Weigher {
  private static final List<String> SIZES = List.of("first", "last", "limit");
  private static final BigInteger LONGEST = BigInteger.valueOf(Long.MAX_VALUE);

  private final GraphQLSchema schema;
  private final FieldHints hints;
  private final Map<String, FragmentDefinition> fragments = new HashMap<>();

  private Weigher(GraphQLSchema schema, FieldHints hints, Document document) {
    this.schema = schema;
    this.hints = hints;
    for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
      fragments.put(fragment.getName(), fragment);
    }
  }

  /** The weight of each operation of a document. */
  static Map<OperationDefinition, Weight> weights(
      GraphQLSchema schema, FieldHints hints, Document document) {
    Weigher weigher = new Weigher(schema, hints, document);
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
    return selections(operation.getSelectionSet(), root, List.of(), defaults);
  }

  private Weight selections(
      @Nullable SelectionSet selections,
      GraphQLCompositeType type,
      List<Size> around,
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
      List<Size> around,
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
      Field field, GraphQLCompositeType type, List<Size> around, Map<String, Long> defaults) {
    GraphQLFieldDefinition definition = Introspection.getFieldDef(schema, type, field.getName());
    GraphQLType returned = unwrapNonNull(definition.getType());
    boolean introspection = Introspection.isIntrospectionTypes(type) || isMeta(field);
    List<Size> told = introspection ? List.of() : told(field, definition, defaults);
    boolean list = returned instanceof GraphQLList;
    Weight inside =
        unwrapAll(returned) instanceof GraphQLCompositeType composite
            ? selections(field.getSelectionSet(), composite, list ? List.of() : told, defaults)
            : new Weight(list ? 1 : 0, List.of());
    Weight all = list ? times(sizes(told, around, introspection), inside) : inside;
    return all.plus(cost(type, field.getName()));
  }

  /** Of a list with several sizes, each counts, because any of them may be the one that holds. */
  private static Weight times(List<Size> sizes, Weight each) {
    return sizes.stream().map(size -> size.of(each)).reduce(Weight.NOTHING, Weight::plus);
  }

  /** Introspection of a schema costs what the schema is worth, which nobody can make larger. */
  private List<Size> sizes(List<Size> told, List<Size> around, boolean introspection) {
    List<Size> known = told.isEmpty() ? around : told;
    return known.isEmpty()
        ? List.of(new Size(null, introspection ? 1 : hints.assumedListSize()))
        : known;
  }

  private static boolean isMeta(Field field) {
    return field.getName().startsWith("__");
  }

  /** What the arguments say that limit lists, those that are left out by their defaults. */
  private List<Size> told(
      Field field, GraphQLFieldDefinition definition, Map<String, Long> defaults) {
    List<Size> told = new ArrayList<>();
    if (definition.getArgument("representations") != null && field.getName().equals("_entities")) {
      told.add(elements(field, "representations"));
    }
    if (definition.getArgument(NodeFields.IDS) != null && field.getName().equals("nodes")) {
      told.add(elements(field, NodeFields.IDS));
    }
    for (String size : isList(definition) ? SIZES : List.<String>of()) {
      GraphQLArgument declared = definition.getArgument(size);
      if (declared != null) {
        Value<?> value =
            field.getArguments().stream()
                .filter(argument -> argument.getName().equals(size))
                .findFirst()
                .<Value<?>>map(Argument::getValue)
                .orElse(null);
        size(value, declared, defaults).ifPresent(told::add);
      }
    }
    return told;
  }

  /**
   * Whether it has elements to be limited, as a list or as a connection. Of others, a {@code limit}
   * may be anything.
   *
   * @see <a href="https://relay.dev/graphql/connections.htm#sec-Connection-Types">Connection
   *     types</a>
   */
  private static boolean isList(GraphQLFieldDefinition field) {
    return unwrapNonNull(field.getType()) instanceof GraphQLList
        || unwrapAll(field.getType()).getName().endsWith("Connection");
  }

  /** There is one object for each that is named. */
  private Size elements(Field field, String list) {
    Value<?> value =
        field.getArguments().stream()
            .filter(argument -> argument.getName().equals(list))
            .findFirst()
            .<Value<?>>map(Argument::getValue)
            .orElse(null);
    if (value instanceof VariableReference variable) {
      return new Size(variable.getName(), hints.assumedListSize());
    }
    return new Size(null, value instanceof ArrayValue array ? array.getValues().size() : 1);
  }

  private Optional<Size> size(
      @Nullable Value<?> value, GraphQLArgument declared, Map<String, Long> defaults) {
    Object otherwise = declared.getArgumentDefaultValue().getValue();
    if (value instanceof VariableReference variable) {
      String name = variable.getName();
      long unsaid = otherwise instanceof IntValue number ? count(number) : hints.assumedListSize();
      return Optional.of(new Size(name, defaults.getOrDefault(name, unsaid)));
    }
    return (value == null ? otherwise : value) instanceof IntValue number
        ? Optional.of(new Size(null, count(number)))
        : Optional.empty();
  }

  /** A number below zero says nothing. */
  private long count(IntValue number) {
    return number.getValue().signum() < 0
        ? hints.assumedListSize()
        : number.getValue().min(LONGEST).longValue();
  }

  /** Of an interface what the dearest of its types costs. */
  private long cost(GraphQLCompositeType type, String field) {
    return type instanceof GraphQLInterfaceType shared
        ? Objects.requireNonNull(schema.getImplementations(shared)).stream()
            .mapToLong(member -> hints.cost(member.getName(), field))
            .max()
            .orElse(1)
        : hints.cost(type.getName(), field);
  }
}
