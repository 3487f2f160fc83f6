package io.triglot.runtime.graphql.plan;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.ValuesResolver;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.GraphQLSchema;
import io.triglot.runtime.CallObserver.Observation;
import io.triglot.runtime.SharedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One run of an operation by its plan: the fields at its root are called, all of a query and then
 * completed, one after the other of a mutation. Belongs to one request.
 */
final class OperationRun {
  private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

  private final GraphQLSchema schema;
  private final OperationPlan plan;
  private final CoercedVariables variables;
  private final GraphQLContext context;
  private final SharedRequest request;
  private final Observation observed;
  private final Fetched fetched;
  private final @Nullable Object[] cells;
  private final DirectLoads loads;

  /** What the roots gave, as far as they have been called. */
  private final @Nullable Object[] values;

  private int called;

  /** What the call after these threw. */
  private @Nullable RuntimeException failure;

  /**
   * A run that has not begun.
   *
   * @param fetched takes down what has been called, for graphql-java
   */
  OperationRun(
      GraphQLSchema schema,
      OperationPlan plan,
      CoercedVariables variables,
      GraphQLContext context,
      SharedRequest request,
      Observation observed,
      Fetched fetched) {
    this.schema = schema;
    this.plan = plan;
    this.variables = variables;
    this.context = context;
    this.request = request;
    this.observed = observed;
    this.fetched = fetched;
    cells = cells(plan.data().columns());
    values = new @Nullable Object[plan.roots().size()];
    loads = new DirectLoads(request, observed, this::pass);
  }

  /** The type names; everything else is yet to be called. */
  private static @Nullable Object[] cells(List<Column> columns) {
    @Nullable Object[] cells = new @Nullable Object[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      if (columns.get(i) instanceof Column.TypeName type) {
        cells[i] = type.name();
      }
    }
    return cells;
  }

  /** The result, which has no errors, once it is complete. */
  ExecutionResult result() {
    return new ExecutionResultImpl(new CompletedObject(plan.data(), cells), List.of());
  }

  /**
   * Runs it.
   *
   * @return fails where graphql-java has to execute the operation
   * @throws Exception the same, where nothing had to be waited for
   */
  CompletableFuture<Void> run() throws Exception {
    return from(0);
  }

  /** Hands down what has been called and loaded. */
  void handOver() {
    for (int i = 0; i < called; i++) {
      fetched.add(plan.roots().get(i).key(), values[i], loads.replay(i));
    }
    if (failure != null) {
      fetched.addFailure(plan.roots().get(called).key(), failure);
    }
  }

  private CompletableFuture<Void> from(int first) throws Exception {
    int begin = first;
    while (begin < plan.roots().size()) {
      int end = plan.kind() == Operation.MUTATION ? begin + 1 : plan.roots().size();
      CompletableFuture<Void> part = part(begin, end);
      if (!part.isDone()) {
        return Continuation.after(part, () -> from(end));
      }
      part.join();
      begin = end;
    }
    return DONE;
  }

  /** Calls the roots at these positions and completes what they give. */
  private CompletableFuture<Void> part(int begin, int end) throws Exception {
    List<CompletableFuture<?>> late = new ArrayList<>(0);
    for (int i = begin; i < end; i++) {
      values[i] = call(plan.roots().get(i));
      called++;
      if (values[i] instanceof CompletionStage<?> stage) {
        CompletableFuture<?> future = stage.toCompletableFuture();
        late.add(future);
        values[i] = future;
      }
    }
    return Continuation.after(all(late), () -> complete(begin, end));
  }

  private static CompletableFuture<Void> all(List<CompletableFuture<?>> futures) {
    return futures.isEmpty()
        ? DONE
        : CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
  }

  private CompletableFuture<Void> complete(int begin, int end) throws Exception {
    for (int i = begin; i < end; i++) {
      OperationPlan.Root root = plan.roots().get(i);
      Object value = values[i] instanceof CompletableFuture<?> future ? future.join() : values[i];
      @Nullable Load[] met = root.stage().loads();
      cells[root.position()] = pass(met).root(root.slot(), value);
      loads.add(i, root.stage(), met);
    }
    return loads.all();
  }

  private Pass pass(@Nullable Load[] met) {
    return new Pass(
        values -> values.in(schema, variables, context, DirectExecution.LOCALE),
        request,
        context,
        DirectExecution.LOCALE,
        met);
  }

  private @Nullable Object call(OperationPlan.Root root) {
    Map<String, @Nullable Object> arguments = arguments(root);
    try {
      return root.call().call(request(root), observed, arguments);
    } catch (RuntimeException thrown) {
      failure = thrown;
      throw Unusual.INSTANCE;
    }
  }

  /** The fields of a mutation are called one after the other, so that they can be counted. */
  private SharedRequest request(OperationPlan.Root root) {
    return plan.kind() == Operation.MUTATION ? request.next(root.name()) : request;
  }

  private Map<String, @Nullable Object> arguments(OperationPlan.Root root) {
    return root.constant() != null
        ? root.constant()
        : ValuesResolver.getArgumentValues(
            schema.getCodeRegistry(),
            root.parameters(),
            root.arguments(),
            variables,
            context,
            DirectExecution.LOCALE);
  }
}
