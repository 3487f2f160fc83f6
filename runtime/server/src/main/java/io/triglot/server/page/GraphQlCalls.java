package io.triglot.server.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.triglot.server.page.ApiListing.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls of GraphQL fields by curl, from the schema. Immutable. */
public final class GraphQlCalls {
  /** How deep objects are opened: the result, and what holds the elements of a page. */
  private static final int DEEPEST = 3;

  /** A type with fewer fields that are no objects says most by its objects. */
  private static final int FEW = 3;

  private static final Set<String> BUILT_IN = Set.of("Int", "Float", "String", "Boolean", "ID");

  private static final Map<String, String> SCALARS =
      Map.ofEntries(
          Map.entry("Int", "1"),
          Map.entry("Float", "1"),
          Map.entry("Long", "1"),
          Map.entry("BigDecimal", "1"),
          Map.entry("BigInteger", "1"),
          Map.entry("Boolean", "true"),
          Map.entry("JSON", "{}"),
          Map.entry("UUID", "\"00000000-0000-4000-8000-000000000000\""),
          Map.entry("DateTime", "\"2026-01-31T12:00:00Z\""),
          Map.entry("OffsetDateTime", "\"2026-01-31T12:00:00Z\""),
          Map.entry("ZonedDateTime", "\"2026-01-31T12:00:00Z\""),
          Map.entry("LocalDateTime", "\"2026-01-31T12:00:00\""),
          Map.entry("Date", "\"2026-01-31\""),
          Map.entry("LocalTime", "\"12:00:00\""),
          Map.entry("OffsetTime", "\"12:00:00Z\""),
          Map.entry("Year", "\"2026\""),
          Map.entry("YearMonth", "\"2026-01\""),
          Map.entry("MonthDay", "\"--01-31\""),
          Map.entry("Duration", "\"PT1H\""),
          Map.entry("Period", "\"P1D\""),
          Map.entry("Base64", "\"AQID\""),
          Map.entry("TimeZone", "\"Europe/Paris\""),
          Map.entry("UtcOffset", "\"+01:00\""),
          Map.entry("DayOfWeek", "\"MONDAY\""),
          Map.entry("Month", "\"JANUARY\""),
          Map.entry("URI", "\"https://example.com/\""),
          Map.entry("URL", "\"https://example.com/\""),
          Map.entry("Locale", "\"en\""),
          Map.entry("Currency", "\"EUR\""));

  private final TypeDefinitionRegistry schema;

  /** What can be called by a schema, in the schema definition language. */
  public GraphQlCalls(String sdl) {
    schema = sdl.isBlank() ? new TypeDefinitionRegistry() : new SchemaParser().parse(sdl);
  }

  /**
   * The call of a field of one of the root types; empty where there is none of that name, and for
   * one that takes files, which curl cannot say in a line that people would read.
   *
   * @param coordinate such as {@code Query.product}
   * @param arguments values of arguments that another protocol knows more of, by their names in
   *     JSON
   * @param credential what the caller sends to say who it is; null for nothing
   */
  public Optional<String> of(
      String coordinate, ObjectNode arguments, @Nullable Credential credential) {
    String[] names = coordinate.split("\\.");
    String operation = names[0].toLowerCase(Locale.ROOT);
    if (names.length != 2 || !List.of("query", "mutation", "subscription").contains(operation)) {
      return Optional.empty();
    }
    return fields(names[0]).stream()
        .filter(field -> field.getName().equals(names[1]) && !takesFiles(field))
        .findFirst()
        .map(field -> line(operation, field, arguments, credential));
  }

  /** What the schema says of the arguments of a field. */
  public List<Argument> described(String coordinate) {
    String[] names = coordinate.split("\\.");
    return fields(names[0]).stream()
        .filter(field -> field.getName().equals(names[names.length - 1]))
        .flatMap(field -> field.getInputValueDefinitions().stream())
        .filter(argument -> argument.getDescription() != null)
        .map(argument -> new Argument(argument.getName(), argument.getDescription().getContent()))
        .toList();
  }

  private String line(
      String operation, FieldDefinition field, ObjectNode known, @Nullable Credential credential) {
    String document =
        (operation.equals("query") ? "" : operation + " ")
            + "{ "
            + field.getName()
            + arguments(field, known)
            + selection(field.getType(), DEEPEST)
            + " }";
    String body = JsonNodeFactory.instance.objectNode().put("query", document).toString();
    boolean streams = operation.equals("subscription");
    return (streams ? "curl -N" : "curl")
        + (credential == null ? "" : " " + credential.curl())
        + (streams ? " -H 'Accept: text/event-stream'" : "")
        + " -H 'Content-Type: application/json' -d "
        + Shell.word(body)
        + " "
        + ApiListing.HTTP
        + "/graphql";
  }

  private boolean takesFiles(FieldDefinition field) {
    return field.getInputValueDefinitions().stream()
        .anyMatch(each -> name(each.getType()).equals("Upload"));
  }

  private String arguments(FieldDefinition field, JsonNode known) {
    String arguments =
        required(field.getInputValueDefinitions())
            .map(each -> each.getName() + ": " + literal(each, known, DEEPEST))
            .collect(Collectors.joining(", "));
    return arguments.isEmpty() ? "" : "(" + arguments + ")";
  }

  private static Stream<InputValueDefinition> required(List<InputValueDefinition> values) {
    return values.stream()
        .filter(each -> each.getType() instanceof NonNullType && each.getDefaultValue() == null);
  }

  private String literal(InputValueDefinition value, JsonNode known, int depth) {
    JsonNode told = known.path(value.getName());
    return literal(value.getType(), told.isMissingNode() ? known : told, depth);
  }

  /**
   * A value of a type.
   *
   * @param known that value on another protocol, or an object that has some of its fields
   */
  private String literal(Type<?> type, JsonNode known, int depth) {
    if (type instanceof NonNullType some) {
      return literal(some.getType(), known, depth);
    }
    if (type instanceof ListType list) {
      return depth > 0 ? "[" + literal(list.getType(), known.path(0), depth - 1) + "]" : "[]";
    }
    String name = name(type);
    TypeDefinition<?> definition = definition(name);
    if (definition instanceof InputObjectTypeDefinition input) {
      return object(input, known, depth);
    }
    if (definition instanceof EnumTypeDefinition constants) {
      return constants.getEnumValueDefinitions().get(0).getName();
    }
    if (BUILT_IN.contains(name) && (known.isTextual() || known.isNumber())) {
      boolean number = name.equals("Int") || name.equals("Float");
      return number == known.isNumber() ? known.toString() : "\"" + known.asText() + "\"";
    }
    return SCALARS.getOrDefault(name, "\"1\"");
  }

  private String object(InputObjectTypeDefinition type, JsonNode known, int depth) {
    List<InputValueDefinition> fields = type.getInputValueDefinitions();
    return (type.hasDirective("oneOf") ? fields.stream().limit(1) : required(fields))
        .map(each -> each.getName() + ": " + literal(each, known, depth - 1))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** The fields of a type that are no objects; those of its objects where it has few others. */
  private String selection(Type<?> type, int depth) {
    String name = name(type);
    if (isLeaf(name)) {
      return "";
    }
    List<String> selected = new ArrayList<>();
    List<String> objects = new ArrayList<>();
    List<FieldDefinition> fields = fields(name);
    boolean nodes = fields.stream().anyMatch(field -> field.getName().equals("nodes"));
    for (FieldDefinition field : fields) {
      boolean twice = nodes && field.getName().equals("edges");
      if (!twice && required(field.getInputValueDefinitions()).findAny().isEmpty()) {
        if (isLeaf(name(field.getType()))) {
          selected.add(field.getName());
        } else if (depth > 1) {
          objects.add(field.getName() + selection(field.getType(), depth - 1));
        }
      }
    }
    if (selected.size() < FEW) {
      selected.addAll(0, objects);
    }
    return selected.isEmpty() ? " { __typename }" : " { " + String.join(" ", selected) + " }";
  }

  private boolean isLeaf(String name) {
    TypeDefinition<?> definition = definition(name);
    return BUILT_IN.contains(name)
        || definition instanceof ScalarTypeDefinition
        || definition instanceof EnumTypeDefinition;
  }

  private static String name(Type<?> type) {
    if (type instanceof NonNullType some) {
      return name(some.getType());
    }
    return type instanceof ListType list ? name(list.getType()) : ((TypeName) type).getName();
  }

  private List<FieldDefinition> fields(String type) {
    TypeDefinition<?> definition = definition(type);
    if (definition instanceof ObjectTypeDefinition object) {
      return object.getFieldDefinitions();
    }
    return definition instanceof InterfaceTypeDefinition common
        ? common.getFieldDefinitions()
        : List.of();
  }

  private @Nullable TypeDefinition<?> definition(String name) {
    return schema.getTypeOrNull(name);
  }
}
