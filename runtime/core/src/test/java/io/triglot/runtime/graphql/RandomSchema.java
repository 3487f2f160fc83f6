package io.triglot.runtime.graphql;

import static graphql.schema.GraphQLFieldDefinition.newFieldDefinition;

import graphql.Scalars;
import graphql.language.IntValue;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLTypeReference;
import io.triglot.runtime.Access;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A schema of object types with random fields, whose values depend on nothing but the object, the
 * field and the seed, so that the same document has the same result twice. One thread does nearly
 * all of it, so that it has the same calls as well.
 *
 * @param oddity how many of a thousand values are what a well-behaved service does not return
 */
record RandomSchema(
    long seed,
    int oddity,
    List<Member> types,
    List<Field> roots,
    AtomicInteger calls,
    AtomicInteger asked,
    BlockingDeque<Runnable> late)
    implements GraphQlBinding {
  static final int OBJECTS = 3;
  private static final CompletableFuture<String> LATE = CompletableFuture.completedFuture("late");
  private static final Object[] ARRAY = {"a", 1};

  /** An object of one of the types; equal ones come about in several places. */
  record Thing(int type, int id) {}

  /** An object type. All of them implement {@code Any}, and the first two are a {@code Pair}. */
  record Member(String name, List<Field> fields) {}

  /** A field, which is read, computed, guarded or loaded in batches. */
  record Field(String name, Kind kind, Type type, boolean arguments) {
    boolean isBatched() {
      return kind == Kind.BATCH || kind == Kind.ASYNC_BATCH;
    }
  }

  enum Kind {
    READ,
    GUARDED,
    OPEN_TO_ALL,
    BATCH,
    ASYNC_BATCH
  }

  enum Color {
    RED,
    GREEN
  }

  /** A type of a field. */
  sealed interface Type {
    record Leaf(String name) implements Type {}

    record Composite(String name) implements Type {}

    record Listed(Type element) implements Type {}

    record Required(Type type) implements Type {}
  }

  static RandomSchema of(long seed, int oddity) {
    Random random = new Random(seed);
    List<Field> common = fields(random, "a", 2);
    List<Member> types = new ArrayList<>();
    for (int i = 0; i < OBJECTS; i++) {
      List<Field> fields = new ArrayList<>(common);
      fields.addAll(fields(random, "t" + i + "_", 4 + random.nextInt(3)));
      types.add(new Member("T" + i, List.copyOf(fields)));
    }
    List<Field> roots = fields(random, "r", 5);
    return new RandomSchema(
        seed,
        oddity,
        List.copyOf(types),
        roots,
        new AtomicInteger(),
        new AtomicInteger(),
        new LinkedBlockingDeque<>());
  }

  /** The fields that a selection on a composite type may have. */
  List<Field> fieldsOf(String composite) {
    return switch (composite) {
      case "Any" -> types.get(0).fields().subList(0, 2);
      case "Pair" -> List.of();
      default -> types.get(Integer.parseInt(composite.substring(1))).fields();
    };
  }

  /** The names of the fields that are loaded in batches. */
  Set<String> batched() {
    return types.stream()
        .flatMap(type -> type.fields().stream())
        .filter(Field::isBatched)
        .map(Field::name)
        .collect(Collectors.toSet());
  }

  private static List<Field> fields(Random random, String prefix, int count) {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Kind kind = random.nextInt(5) > 2 ? Kind.READ : Kind.values()[random.nextInt(5)];
      Type type = type(random, 0);
      boolean common = prefix.length() == 1;
      if (kind == Kind.GUARDED && type instanceof Type.Required required) {
        type = required.type();
      }
      boolean arguments = !common && random.nextInt(2) == 0;
      fields.add(new Field(prefix + i, common ? Kind.READ : kind, type, arguments));
    }
    return List.copyOf(fields);
  }

  private static Type type(Random random, int depth) {
    Type type =
        switch (random.nextInt(depth == 0 ? 8 : 10)) {
          case 0, 1 -> new Type.Leaf(leaf(random));
          case 2, 3 -> new Type.Composite("T" + random.nextInt(OBJECTS));
          case 4 -> new Type.Composite(random.nextBoolean() ? "Any" : "Pair");
          case 5, 6, 7 ->
              depth < 2 ? new Type.Listed(type(random, depth + 1)) : new Type.Leaf("Int");
          default -> new Type.Leaf("String");
        };
    return random.nextBoolean() ? new Type.Required(type) : type;
  }

  private static String leaf(Random random) {
    String[] names = {"String", "Int", "Float", "Boolean", "ID", "Long", "JSON", "Color"};
    return names[random.nextInt(names.length)];
  }

  @Override
  public void contribute(SchemaBuilder schema) {
    GraphQLFieldDefinition.Builder num =
        newFieldDefinition()
            .name("num")
            .type(Scalars.GraphQLInt)
            .argument(argument -> argument.name("n").type(Scalars.GraphQLInt));
    schema.query(num, (request, arguments) -> arguments.optional("n", Coerced::int32));
    schema.mutation(num, (request, arguments) -> arguments.optional("n", Coerced::int32));
    for (Field root : roots) {
      OperationFetcher fetcher =
          (request, arguments) -> {
            asked.incrementAndGet();
            int number = arguments.required("number", (value, path) -> (Integer) value);
            Thing source = new Thing(0, number);
            if (random(root, source, 0).nextInt(1000) < 5 * oddity) {
              throw failure(root);
            }
            return root.kind() == Kind.ASYNC_BATCH
                ? late(() -> valueOf(root, source, 0))
                : valueOf(root, source, 0);
          };
      schema.query(root(schema, root), fetcher);
      schema.mutation(root(schema, root), fetcher);
    }
    for (Member type : types) {
      for (Field field : type.fields()) {
        if (field.isBatched()) {
          if (field.arguments()) {
            schema.<Thing>batched(
                object(schema, type),
                definition(schema, field),
                (request, arguments, parents) -> load(field, parents, number(arguments)));
          } else {
            schema.<Thing>batch(
                object(schema, type),
                definition(schema, field),
                (request, parents) -> load(field, parents, 0));
          }
        }
      }
    }
  }

  private GraphQLFieldDefinition.Builder root(SchemaBuilder schema, Field root) {
    return newFieldDefinition()
        .name(root.name())
        .argument(
            GraphQLArgument.newArgument()
                .name("number")
                .type(Scalars.GraphQLInt)
                .defaultValueProgrammatic(0))
        .type(output(schema, root.type()));
  }

  private GraphQLFieldDefinition.Builder definition(SchemaBuilder schema, Field field) {
    GraphQLFieldDefinition.Builder definition =
        newFieldDefinition().name(field.name()).type(output(schema, field.type()));
    return field.arguments()
        ? definition
            .argument(
                argument ->
                    argument
                        .name("n")
                        .type(GraphQLNonNull.nonNull(Scalars.GraphQLInt))
                        .defaultValueLiteral(IntValue.of(3)))
            .argument(argument -> argument.name("s").type(Scalars.GraphQLString))
        : definition;
  }

  /** What the arguments of a field make of its value. */
  private static int number(InputFields arguments) {
    String text = arguments.optional("s", Coerced::string);
    return arguments.required("n", Coerced::int32) + (text == null ? 0 : text.hashCode());
  }

  private CompletionStage<List<@Nullable Object>> load(
      Field field, List<Thing> parents, int number) {
    calls.incrementAndGet();
    boolean always = random(field, new Thing(9, 0), 0).nextInt(1000) < 2 * oddity;
    if (always) { // or never: by how many calls objects are loaded is nothing to rely on
      throw failure(field);
    }
    return field.kind() == Kind.BATCH
        ? CompletableFuture.completedStage(values(field, parents, number))
        : late(() -> values(field, parents, number));
  }

  /** A value that is there when the execution has nothing else to do. */
  private <T extends @Nullable Object> CompletableFuture<T> late(Supplier<T> value) {
    CompletableFuture<T> later = new CompletableFuture<>();
    late.add(
        () -> {
          try {
            later.complete(value.get());
          } catch (RuntimeException failure) {
            later.completeExceptionally(failure);
          }
        });
    return later;
  }

  /** Lets late values come, the last ones first, until there is a result. */
  void finish(CompletableFuture<?> result) {
    result.whenComplete((done, failure) -> late.add(() -> {}));
    while (!result.isDone()) {
      try {
        Objects.requireNonNull(late.pollLast(60, TimeUnit.SECONDS), "no result").run();
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
    late.clear();
  }

  private List<@Nullable Object> values(Field field, List<Thing> parents, int number) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Object parent : (List<?>) parents) { // an odd one must not make a difference to others
      values.add(
          parent instanceof Thing thing
              ? value(field.type(), random(field, thing, number), true)
              : null);
    }
    return values;
  }

  private GraphQLTypeReference object(SchemaBuilder schema, Member type) {
    return schema.<Thing>object(
        type.name(),
        Thing.class,
        fields -> {
          for (Field field : type.fields()) {
            FieldReader<Thing> reader = thing -> valueOf(field, thing, 0);
            FieldMethod<Thing> method =
                (thing, arguments) -> valueOf(field, thing, number(arguments));
            var definition = definition(schema, field);
            if (field.arguments()) {
              switch (field.kind()) {
                case READ -> fields.computed(definition, method);
                case GUARDED -> fields.computed(definition, Access.roles("admin"), method);
                case OPEN_TO_ALL -> fields.computed(definition, Access.open(), method);
                default -> {}
              }
              continue;
            }
            switch (field.kind()) {
              case READ -> fields.field(definition, reader);
              case GUARDED -> fields.field(definition, Access.roles("admin"), reader);
              case OPEN_TO_ALL -> fields.field(definition, Access.open(), reader);
              default -> {}
            }
          }
        });
  }

  private GraphQLOutputType output(SchemaBuilder schema, Type type) {
    if (type instanceof Type.Required required) {
      return GraphQLNonNull.nonNull(output(schema, required.type()));
    }
    if (type instanceof Type.Listed listed) {
      return GraphQLList.list(output(schema, listed.element()));
    }
    return type instanceof Type.Leaf leaf
        ? leaf(schema, leaf.name())
        : composite(schema, ((Type.Composite) type).name());
  }

  private static GraphQLOutputType leaf(SchemaBuilder schema, String name) {
    return switch (name) {
      case "Int" -> Scalars.GraphQLInt;
      case "Float" -> Scalars.GraphQLFloat;
      case "Boolean" -> Scalars.GraphQLBoolean;
      case "ID" -> Scalars.GraphQLID;
      case "Long" -> schema.scalar("Long", GraphQlScalars.LONG);
      case "JSON" -> schema.scalar("JSON", GraphQlScalars.JSON);
      case "Color" ->
          schema.enumeration(
              "Color", Color.class, c -> c.value("RED", Color.RED).value("GRUN", Color.GREEN));
      default -> Scalars.GraphQLString;
    };
  }

  private GraphQLTypeReference composite(SchemaBuilder schema, String name) {
    if (name.equals("Any") || name.equals("Pair")) {
      int count = name.equals("Any") ? OBJECTS : 2;
      return schema.union(
          name,
          Object.class,
          union -> {
            for (int i = 0; i < count; i++) {
              int index = i;
              union.member(
                  object(schema, types.get(i)),
                  value -> value instanceof Thing thing && thing.type() == index);
            }
            if (name.equals("Any")) {
              for (Field field : types.get(0).fields().subList(0, 2)) {
                union.field(
                    newFieldDefinition().name(field.name()).type(output(schema, field.type())));
              }
            }
          });
    }
    return object(schema, types.get(Integer.parseInt(name.substring(1))));
  }

  private Random random(Field field, Thing thing, int number) {
    return new Random(
        seed * 31
            + field.name().hashCode() * 1_000_003L
            + thing.hashCode() * 97L
            + number * 7_368_787L);
  }

  private @Nullable Object valueOf(Field field, Thing thing, int number) {
    Random random = random(field, thing, number);
    if (random.nextInt(1000) < oddity / 4) {
      throw failure(field);
    }
    return value(field.type(), random, false);
  }

  private static RuntimeException failure(Field field) {
    return Failure.of(StatusCode.NOT_FOUND, "no " + field.name()).asException();
  }

  private @Nullable Object value(Type type, Random random, boolean loaded) {
    int odd = random.nextInt(1000);
    if (odd < oddity / 2) {
      return null;
    }
    if (odd < oddity) {
      return odd(random, loaded);
    }
    if (type instanceof Type.Required required) {
      return present(required.type(), random, loaded);
    }
    return random.nextInt(6) == 0 ? null : present(type, random, loaded);
  }

  /** The last two are values that graphql-java looks into, wherever they do not come in batches. */
  private static Object odd(Random random, boolean loaded) {
    return switch (random.nextInt(loaded ? 3 : 5)) {
      case 0 -> new Thing(17, 4);
      case 1 -> "odd";
      case 2 -> ARRAY;
      case 3 -> LATE;
      default -> Optional.of("optional");
    };
  }

  private Object present(Type type, Random random, boolean loaded) {
    if (type instanceof Type.Listed listed) {
      List<@Nullable Object> elements = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        elements.add(value(listed.element(), random, loaded));
      }
      return elements;
    }
    if (type instanceof Type.Composite composite) {
      return switch (composite.name()) {
        case "Any" -> new Thing(random.nextInt(OBJECTS), random.nextInt(20));
        case "Pair" -> new Thing(random.nextInt(2), random.nextInt(20));
        default -> new Thing(Integer.parseInt(composite.name().substring(1)), random.nextInt(20));
      };
    }
    return switch (((Type.Leaf) type).name()) {
      case "Int" -> random.nextInt(100);
      case "Float" ->
          random.nextBoolean()
              ? random.nextInt(100) / 8.0
              : BigDecimal.valueOf(random.nextInt(100_000), 3);
      case "Boolean" -> random.nextBoolean();
      case "Long" -> random.nextLong();
      case "JSON" -> Map.of("k", List.of(1, "x"));
      case "Color" -> random.nextBoolean() ? Color.RED : Color.GREEN;
      default -> "s" + random.nextInt(100);
    };
  }
}
