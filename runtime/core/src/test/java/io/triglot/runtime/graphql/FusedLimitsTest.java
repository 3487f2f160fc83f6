package io.triglot.runtime.graphql;

import static graphql.schema.GraphQLFieldDefinition.newFieldDefinition;
import static graphql.schema.GraphQLList.list;
import static graphql.schema.GraphQLNonNull.nonNull;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.Scalars;
import graphql.execution.ResultNodesInfo;
import graphql.execution.instrumentation.Instrumentation;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.dataloader.DataLoaderDispatchingContextKeys;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.schema.GraphQLTypeReference;
import io.triglot.runtime.Api;
import io.triglot.runtime.CallObserver.Observation;
import io.triglot.runtime.SharedRequest;
import io.triglot.runtime.graphql.plan.CompletedValue;
import io.triglot.runtime.graphql.plan.DocumentPlans;
import io.triglot.runtime.graphql.plan.FusedExecutionStrategy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What bounds an execution bounds it also where it goes by plans. */
class FusedLimitsTest {
  private static final String QUERY =
      "{ a: nodes { id children { id label } } b: nodes { label children { id } } }";

  private final Api api = Api.of();
  private final ErrorMapping errors = new ErrorMapping(api.calls());
  private final SchemaAssembly assembly =
      SchemaAssembly.of(
          List.of(this::contribute),
          new FieldInterceptors(Map.of(), api.calls()),
          GraphQlSettings.DEFAULTS,
          () -> "");
  private @Nullable ExecutionInput running;
  private int readsUntilCancelled = Integer.MAX_VALUE;

  private record Node(int id) {}

  @Test
  void graphQlJavaCountsNodesByItself() {
    Map<Object, Object> limit = Map.of(ResultNodesInfo.MAX_RESULT_NODES, 1_000);
    assertThat(fused(execute(engine(SimplePerformantInstrumentation.INSTANCE), limit))).isFalse();
  }

  @Test
  void anExecutionThatIsCancelledEnds() {
    for (int reads = 1; reads <= 20; reads++) {
      readsUntilCancelled = reads;
      ExecutionResult cancelled =
          execute(engine(SimplePerformantInstrumentation.INSTANCE), Map.of());
      assertThat(cancelled.getErrors()).as("after %d reads", reads).isNotEmpty();
      assertThat(cancelled.<@Nullable Object>getData()).isNull();
    }
  }

  @Test
  void anInstrumentationSeesEachField() {
    assertThat(fused(execute(engine(new SimplePerformantInstrumentation()), Map.of()))).isFalse();
  }

  @Test
  void otherwiseItGoesByPlans() {
    assertThat(fused(execute(engine(SimplePerformantInstrumentation.INSTANCE), Map.of()))).isTrue();
  }

  private static boolean fused(ExecutionResult result) {
    assertThat(result.getErrors()).isEmpty();
    Map<String, Object> data = result.getData();
    return data.values().stream().allMatch(CompletedValue.class::isInstance);
  }

  private ExecutionResult execute(GraphQL engine, Map<Object, Object> context) {
    Documents documents = new Documents(assembly, new DocumentLimits(GraphQlSettings.DEFAULTS));
    PreparedDocument document = documents.prepare(QUERY);
    ExecutionInput input =
        ExecutionInput.newExecutionInput(QUERY)
            .graphQLContext(context)
            .graphQLContext(
                Map.of(
                    SharedRequest.class,
                    api.calls().shared(GraphQlRequest.of(GraphQLContext.getDefault())),
                    Observation.class,
                    (Observation) failure -> {},
                    PreparsedDocumentEntry.class,
                    document.entry(),
                    DocumentPlans.class,
                    document.plans()))
            .dataLoaderRegistry(new DataLoaderRegistry())
            .build();
    running = input;
    DataLoaderDispatchingContextKeys.setEnableDataLoaderChaining(input.getGraphQLContext(), true);
    return engine.execute(input);
  }

  private GraphQL engine(Instrumentation instrumentation) {
    return GraphQL.newGraphQL(assembly.schema())
        .instrumentation(instrumentation)
        .queryExecutionStrategy(new FusedExecutionStrategy(errors))
        .build();
  }

  private void contribute(SchemaBuilder schema) {
    schema.query(
        newFieldDefinition().name("nodes").type(nonNull(list(nonNull(node(schema))))),
        (request, arguments) -> nodes(4));
    schema.<Node>batch(
        node(schema),
        newFieldDefinition().name("label").type(Scalars.GraphQLString),
        (request, parents) ->
            CompletableFuture.completedStage(parents.stream().map(Node::toString).toList()));
  }

  private GraphQLTypeReference node(SchemaBuilder schema) {
    return schema.<Node>object(
        "Node",
        Node.class,
        type ->
            type.field(newFieldDefinition().name("id").type(Scalars.GraphQLInt), this::id)
                .field(
                    newFieldDefinition().name("children").type(list(node(schema))),
                    node -> nodes(2)));
  }

  private int id(Node node) {
    if (--readsUntilCancelled == 0 && running != null) {
      running.cancel();
    }
    return node.id();
  }

  private static List<Node> nodes(int count) {
    return IntStream.range(0, count).mapToObj(Node::new).toList();
  }
}
