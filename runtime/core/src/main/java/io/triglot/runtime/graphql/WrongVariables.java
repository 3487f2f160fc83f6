package io.triglot.runtime.graphql;

import graphql.GraphQLContext;
import graphql.execution.NonNullableValueCoercedAsNullException;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.InlineFragment;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.CoercingParseValueException;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.triglot.runtime.Failure;
import io.triglot.runtime.FieldViolation;
import io.triglot.runtime.StatusCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which values of a request's variables are at fault, once graphql-java has refused it:
 * it tells the variable only. The paths are those of the arguments that the variables stand for, as
 * for values that are refused later on.
 */
final class WrongVariables {
  private static final int MOST = 20;

  private final GraphQLSchema schema;
  private final List<FieldViolation> violations = new ArrayList<>();

  private WrongVariables(GraphQLSchema schema) {
    this.schema = schema;
  }

  /** What is wrong; empty where it is not a variable's value. */
  static List<FieldViolation> of(
      GraphQLSchema schema,
      Document document,
      OperationDefinition operation,
      Map<String, ? extends @Nullable Object> values) {
    WrongVariables wrong = new WrongVariables(schema);
    for (VariableDefinition variable : operation.getVariableDefinitions()) {
      boolean given = values.containsKey(variable.getName());
      if (given || variable.getDefaultValue() == null) {
        wrong.check(
            use(document, operation, variable.getName()),
            wrong.type(variable.getType()),
            values.get(variable.getName()));
      }
    }
    return wrong.violations.stream().limit(MOST).toList();
  }

  /**
   * Why a field cannot be fetched: a variable is null whose argument, having a default, may be left
   * out but not null.
   */
  static Failure failure(
      DataFetchingEnvironment field, NonNullableValueCoercedAsNullException refused) {
    Map<String, Object> variables = field.getVariables();
    return field.getField().getArguments().stream()
        .flatMap(
            argument ->
                variables.entrySet().stream()
                    .filter(variable -> variable.getValue() == null)
                    .flatMap(
                        variable ->
                            uses(argument.getName(), argument.getValue(), variable.getKey())))
        .findFirst()
        .map(path -> Failure.invalid(path, "must not be null"))
        .orElseGet(
            () -> Failure.of(StatusCode.INVALID_ARGUMENT, String.valueOf(refused.getMessage())));
  }

  private GraphQLType type(Type<?> type) {
    if (type instanceof NonNullType required) {
      return GraphQLNonNull.nonNull(type(required.getType()));
    }
    if (type instanceof ListType list) {
      return GraphQLList.list(type(list.getType()));
    }
    return Objects.requireNonNull(schema.getType(((TypeName) type).getName()));
  }

  private void check(String path, GraphQLType given, @Nullable Object value) {
    GraphQLType type = GraphQLTypeUtil.unwrapNonNull(given);
    if (value == null) {
      if (type != given) {
        violations.add(new FieldViolation(path, "is required"));
      }
    } else if (type instanceof GraphQLList list) {
      elements(path, list.getWrappedType(), value);
    } else if (type instanceof GraphQLInputObjectType object) {
      members(path, object, value);
    } else {
      leaf(path, type, value);
    }
  }

  private void elements(String path, GraphQLType element, Object value) {
    if (value instanceof Collection<?> list) {
      int index = 0;
      for (Object each : list) {
        check(path + "[" + index++ + "]", element, each);
      }
    } else {
      check(path, element, value); // which stands for a list of itself
    }
  }

  private void members(String path, GraphQLInputObjectType type, Object value) {
    if (!(value instanceof Map<?, ?> members)) {
      violations.add(new FieldViolation(path, "must be an object"));
      return;
    }
    for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
      if (members.containsKey(field.getName()) || !field.hasSetDefaultValue()) {
        check(path + "." + field.getName(), field.getType(), members.get(field.getName()));
      }
    }
    for (Object name : members.keySet()) {
      if (type.getField(String.valueOf(name)) == null) {
        violations.add(new FieldViolation(path + "." + name, "is not known"));
      }
    }
    if (type.isOneOf() && members.values().stream().filter(Objects::nonNull).count() != 1) {
      violations.add(new FieldViolation(path, "must have exactly one member"));
    }
  }

  private void leaf(String path, GraphQLType type, Object value) {
    try {
      if (type instanceof GraphQLScalarType scalar) {
        scalar.getCoercing().parseValue(value, GraphQLContext.getDefault(), Locale.ENGLISH);
      } else if (type instanceof GraphQLEnumType constants) {
        constants.parseValue(value, GraphQLContext.getDefault(), Locale.ENGLISH);
      }
    } catch (CoercingParseValueException unreadable) {
      violations.add(new FieldViolation(path, String.valueOf(unreadable.getMessage())));
    }
  }

  /** The path of the first argument, or part of one, that a variable stands for. */
  private static String use(Document document, OperationDefinition operation, String variable) {
    Stream<SelectionSet> all =
        Stream.concat(
            Stream.of(operation.getSelectionSet()),
            document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .map(FragmentDefinition::getSelectionSet));
    return all.flatMap(WrongVariables::arguments)
        .flatMap(argument -> uses(argument.getName(), argument.getValue(), variable))
        .findFirst()
        .orElse(variable);
  }

  private static Stream<Argument> arguments(@Nullable SelectionSet selections) {
    return selections == null
        ? Stream.empty()
        : selections.getSelections().stream().flatMap(WrongVariables::arguments);
  }

  private static Stream<Argument> arguments(Selection<?> selection) {
    if (selection instanceof Field field) {
      return Stream.concat(field.getArguments().stream(), arguments(field.getSelectionSet()));
    }
    return selection instanceof InlineFragment fragment
        ? arguments(fragment.getSelectionSet())
        : Stream.empty();
  }

  private static Stream<String> uses(String path, Value<?> value, String variable) {
    if (value instanceof VariableReference reference) {
      return reference.getName().equals(variable) ? Stream.of(path) : Stream.empty();
    }
    if (value instanceof ObjectValue object) {
      return object.getObjectFields().stream()
          .flatMap(
              (ObjectField each) -> uses(path + "." + each.getName(), each.getValue(), variable));
    }
    if (value instanceof ArrayValue list) {
      Stream.Builder<Stream<String>> found = Stream.builder();
      for (int i = 0; i < list.getValues().size(); i++) {
        found.add(uses(path + "[" + i + "]", list.getValues().get(i), variable));
      }
      return found.build().flatMap(each -> each);
    }
    return Stream.empty();
  }
}
