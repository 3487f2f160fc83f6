package io.triglot.runtime.graphql;

import static graphql.Scalars.GraphQLInt;
import static graphql.Scalars.GraphQLString;
import static graphql.schema.GraphQLArgument.newArgument;
import static graphql.schema.GraphQLFieldDefinition.newFieldDefinition;
import static graphql.schema.GraphQLList.list;
import static graphql.schema.GraphQLNonNull.nonNull;

import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLTypeReference;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Calls;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The GraphQL fields of {@link Sample}. */
public final class SampleGraphQl implements GraphQlBinding {
  private final Sample service;
  private final Calls calls;

  /** Binds a service. */
  public SampleGraphQl(Sample service, Calls calls) {
    this.service = service;
    this.calls = calls;
  }

  @Override
  public void contribute(SchemaBuilder schema) {
    schema.query(
        newFieldDefinition()
            .name("greeting")
            .type(nonNull(GraphQLString))
            .argument(newArgument().name("name").type(nonNull(GraphQLString))),
        this::greeting);
    schema.query(newFieldDefinition().name("caller").type(GraphQLString), this::caller);
    schema.mutation(
        newFieldDefinition()
            .name("add")
            .type(nonNull(GraphQLInt))
            .argument(newArgument().name("amount").type(nonNull(GraphQLInt))),
        this::add);
    schema.query(
        newFieldDefinition()
            .name("parents")
            .type(nonNull(list(nonNull(parent(schema)))))
            .argument(newArgument().name("count").type(nonNull(GraphQLInt))),
        this::parents);
    schema.query(
        newFieldDefinition()
            .name("people")
            .type(nonNull(list(nonNull(parent(schema)))))
            .argument(newArgument().name("first").type(GraphQLInt)),
        this::people);
    schema.query(newFieldDefinition().name("slow").type(GraphQLString), this::slow);
    schema.hints("Query", "slow", SampleContract.SLOW);
    schema.hints("Query", "people", SampleContract.PEOPLE);
    schema.hints("Query", "greeting", SampleContract.GREETING);
    schema.batch(
        parent(schema),
        newFieldDefinition().name("label").type(nonNull(GraphQLString)),
        this::parentLabel);
    schema.query(
        newFieldDefinition()
            .name("number")
            .type(nonNull(GraphQLString))
            .argument(
                newArgument()
                    .name("integer")
                    .type(nonNull(schema.scalar("BigInteger", GraphQlScalars.BIG_INTEGER))))
            .argument(
                newArgument()
                    .name("decimal")
                    .type(nonNull(schema.scalar("BigDecimal", GraphQlScalars.BIG_DECIMAL)))),
        this::number);
    schema.query(
        newFieldDefinition()
            .name("depth")
            .type(nonNull(GraphQLInt))
            .argument(newArgument().name("tree").type(nonNull(tree(schema)))),
        this::depth);
    schema.subscription(
        newFieldDefinition()
            .name("count")
            .type(nonNull(GraphQLInt))
            .argument(newArgument().name("to").type(nonNull(GraphQLInt))),
        this::count);
  }

  private GraphQLTypeReference parent(SchemaBuilder schema) {
    return schema.object(
        "Parent",
        Sample.Parent.class,
        type ->
            type.field(newFieldDefinition().name("id").type(nonNull(GraphQLInt)), Sample.Parent::id)
                .field(
                    newFieldDefinition()
                        .name("siblings")
                        .type(nonNull(list(nonNull(parent(schema))))),
                    service::siblings));
  }

  private static GraphQLTypeReference tree(SchemaBuilder schema) {
    return schema.input(
        "TreeInput",
        new InputBinding() {
          @Override
          public Class<?> type() {
            return Sample.Tree.class;
          }

          @Override
          public void describe(GraphQLInputObjectType.Builder type, SchemaBuilder any) {
            type.field(field -> field.name("child").type(tree(schema)));
          }
        });
  }

  private static Sample.Tree readTree(Object value, InputPath path) {
    InputFields input = InputFields.of(value, path);
    return new Sample.Tree(input.optional("child", SampleGraphQl::readTree));
  }

  private String greeting(CallRequest request, InputFields arguments) {
    return calls.call(
        SampleContract.GREETING,
        request,
        call -> {
          String name = arguments.required("name", Coerced::string);
          return call.proceed(() -> service.greeting(name), name);
        });
  }

  private String caller(CallRequest request, InputFields arguments) {
    return calls.call(
        SampleContract.CALLER, request, call -> call.proceed(() -> service.caller(call.context())));
  }

  private Integer add(CallRequest request, InputFields arguments) {
    return calls.call(
        SampleContract.ADD,
        request,
        call -> {
          int amount = arguments.required("amount", Coerced::int32);
          return call.proceed(() -> service.add(amount), amount);
        });
  }

  private List<Sample.Parent> parents(CallRequest request, InputFields arguments) {
    return calls.call(
        SampleContract.PARENTS,
        request,
        call -> {
          int count = arguments.required("count", Coerced::int32);
          return call.proceed(() -> service.parents(count), count);
        });
  }

  private List<Sample.Parent> people(CallRequest request, InputFields arguments) {
    return calls.call(
        SampleContract.PEOPLE,
        request,
        call -> {
          Integer first = arguments.optional("first", Coerced::int32);
          return call.proceed(() -> service.people(first), first);
        });
  }

  private String slow(CallRequest request, InputFields arguments) {
    return calls.call(SampleContract.SLOW, request, call -> call.proceed(() -> service.slow()));
  }

  private CompletionStage<List<String>> parentLabel(
      CallRequest request, List<Sample.Parent> parents) {
    return CompletableFuture.completedStage(
        calls.call(
            SampleContract.LABELS,
            request,
            call ->
                BatchResults.ordered(
                    parents, call.proceed(() -> service.labels(parents), parents))));
  }

  private String number(CallRequest request, InputFields arguments) {
    return calls.call(
        SampleContract.NUMBER,
        request,
        call -> {
          BigInteger integer = arguments.required("integer", Coerced::bigInteger);
          BigDecimal decimal = arguments.required("decimal", Coerced::decimal);
          return call.proceed(() -> service.number(integer, decimal), integer, decimal);
        });
  }

  private Integer depth(CallRequest request, InputFields arguments) {
    return calls.call(
        SampleContract.DEPTH,
        request,
        call -> {
          Sample.Tree tree = arguments.required("tree", SampleGraphQl::readTree);
          return call.proceed(() -> service.depth(tree), tree);
        });
  }

  private Flow.Publisher<Integer> count(CallRequest request, InputFields arguments) {
    return calls.stream(
        SampleContract.COUNT,
        request,
        call -> {
          int to = arguments.required("to", Coerced::int32);
          return call.proceed(() -> service.count(to), to);
        });
  }
}
