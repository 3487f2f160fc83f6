package io.triglot.runtime.graphql;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.instrumentation.dataloader.DataLoaderDispatchingContextKeys;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.reactive.SubscriptionPublisher;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLSchema;
import io.triglot.runtime.CallException;
import io.triglot.runtime.CallObserver.Observation;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Calls;
import io.triglot.runtime.DocumentDescriptor;
import io.triglot.runtime.Failure;
import io.triglot.runtime.FieldViolation;
import io.triglot.runtime.SharedRequest;
import io.triglot.runtime.graphql.plan.DirectExecution;
import io.triglot.runtime.graphql.plan.DocumentPlans;
import io.triglot.runtime.graphql.plan.Fetched;
import io.triglot.runtime.graphql.plan.FusedExecutionStrategy;
import io.triglot.runtime.graphql.plan.FusedSerialExecutionStrategy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.FlowAdapters;

/** Executes documents on the schema with graphql-java. Thread-safe. */
final class Execution {
  /** What is known of a request of which only the header has been read. */
  private static final DocumentDescriptor UNREAD = new DocumentDescriptor(null, null);

  private final Calls calls;
  private final DocumentLimits limits;
  private final Documents documents;
  private final PersistedQueries persisted;
  private final ErrorMapping errors;
  private final GraphQLSchema schema;
  private final FileTakers fileTakers;
  private final GraphQL engine;
  private final GraphQL eventEngine;

  Execution(SchemaAssembly assembly, Calls calls, GraphQlSettings settings) {
    limits = new DocumentLimits(settings);
    documents = new Documents(assembly, limits);
    persisted = new PersistedQueries(settings.persistedQueries());
    schema = assembly.schema();
    fileTakers = assembly.fileTakers();
    this.calls = calls;
    errors = new ErrorMapping(calls);
    engine = engine(assembly).build();
    eventEngine =
        engine(assembly).subscriptionExecutionStrategy(new FusedExecutionStrategy(errors)).build();
  }

  /**
   * The request with its document, where the client sent a hash of it.
   *
   * @throws MalformedRequestException when there is no such document
   */
  GraphQlParameters resolve(GraphQlParameters parameters) {
    return persisted.resolve(parameters, query -> prepare(query).isValid());
  }

  /** The document of a query, from which to learn what it does before it is executed. */
  PreparedDocument prepare(String query) {
    return documents.prepare(query);
  }

  /**
   * Executes an operation.
   *
   * @param single the request, whose caller is found out once
   * @return a stage that never fails, of the result; the data of a subscription's result are a
   *     {@code Flow.Publisher} of the results of its events
   */
  CompletionStage<ExecutionResult> execute(
      PreparedDocument document, GraphQlParameters parameters, CallRequest single) {
    SharedRequest request = calls.shared(single);
    Observation observed = calls.observe(document.descriptor(parameters.operationName()), request);
    Optional<Failure> refusal = limits.refusal(document.cost(parameters));
    if (refusal.isPresent()) {
      observed.end(refusal.get());
      return CompletableFuture.completedStage(refused(refusal.get()));
    }
    boolean streams = isSubscription(document, parameters);
    return run(engine, document, parameters, streams ? request : timed(request), observed, null)
        .thenApply(
            result -> {
              if (result.getData() instanceof SubscriptionPublisher stream) {
                return subscribed(stream, document, parameters, request, observed);
              }
              observed.end(FailureError.gravest(result.getErrors()));
              return streams ? withoutData(result) : result;
            });
  }

  /**
   * A request with files, of which nothing but the header has been read: its caller may call one of
   * the operations that take files.
   *
   * @return the request, whose caller is known now
   * @throws CallException when the caller may not, or is refused by the authenticator
   */
  CallRequest admitted(CallRequest withFiles) {
    SharedRequest request = calls.shared(withFiles);
    try {
      fileTakers.require(request.clearance());
      return request;
    } catch (RuntimeException refused) {
      Failure failure = errors.failure("Authentication", refused);
      calls.observe(UNREAD, request).end(failure);
      throw failure.asException();
    }
  }

  /** Why the authenticator refuses a request whatever it calls; empty where it does not. */
  Optional<Failure> refusal(CallRequest request) {
    try {
      calls.shared(request).clearance();
      return Optional.empty();
    } catch (RuntimeException refused) {
      return Optional.of(errors.failure("Authentication", refused));
    }
  }

  /** What a request may have most of. */
  DocumentLimits limits() {
    return limits;
  }

  /** Whether an operation takes files. */
  boolean takesUploads() {
    return !fileTakers.isEmpty();
  }

  /** Whether clients may send arrays of requests. */
  boolean takesBatches() {
    return limits.settings().most(GraphQlLimit.BATCH) > 1;
  }

  /** What is to be told of the document that is being executed. */
  static Observation observation(DataFetchingEnvironment environment) {
    return Objects.requireNonNull(environment.getGraphQlContext().get(Observation.class));
  }

  /** The request that is being executed. */
  static SharedRequest request(DataFetchingEnvironment environment) {
    return Objects.requireNonNull(environment.getGraphQlContext().get(SharedRequest.class));
  }

  /** A result with an error that is no field's. */
  ExecutionResult failed(Throwable bug) {
    return refused(errors.failure("GraphQL execution", bug));
  }

  private static boolean isSubscription(PreparedDocument document, GraphQlParameters parameters) {
    return document.operation(parameters.operationName()).orElse(null) == Operation.SUBSCRIPTION;
  }

  private SharedRequest timed(SharedRequest request) {
    return request.within(limits.settings().timeLimit());
  }

  /** The result of a request that is not executed. */
  static ExecutionResult refused(Failure failure) {
    return ExecutionResult.newExecutionResult().errors(List.of(FailureError.of(failure))).build();
  }

  private static ExecutionResult withoutData(ExecutionResult result) {
    return ExecutionResult.newExecutionResult().errors(result.getErrors()).build();
  }

  private ExecutionResult subscribed(
      SubscriptionPublisher stream,
      PreparedDocument document,
      GraphQlParameters parameters,
      SharedRequest request,
      Observation observed) {
    Flow.Publisher<Object> events = FlowAdapters.toFlowPublisher(stream.getUpstreamPublisher());
    return ExecutionResult.newExecutionResult()
        .data(
            new AnsweredEvents(
                events,
                event ->
                    run(
                        eventEngine,
                        document,
                        parameters,
                        timed(request),
                        observed,
                        new RootFetcher.Event(event)),
                observed))
        .build();
  }

  /** By the document's plan; else by graphql-java, with what has been called until then. */
  private CompletionStage<ExecutionResult> run(
      GraphQL engine,
      PreparedDocument document,
      GraphQlParameters parameters,
      SharedRequest request,
      Observation observed,
      RootFetcher.@Nullable Event event) {
    Fetched fetched = new Fetched();
    Supplier<CompletionStage<ExecutionResult>> byEngine =
        () ->
            run(
                engine,
                input(document, parameters, request, observed, event, fetched),
                document,
                parameters);
    try {
      return event != null
          ? byEngine.get()
          : new DirectExecution(schema, request, observed, fetched)
              .result(
                  document.plans(),
                  document.definition(parameters.operationName()),
                  parameters.variables(),
                  byEngine);
    } catch (RuntimeException | StackOverflowError bug) {
      return CompletableFuture.completedStage(failed(bug));
    }
  }

  private CompletionStage<ExecutionResult> run(
      GraphQL engine,
      ExecutionInput input,
      PreparedDocument document,
      GraphQlParameters parameters) {
    try {
      return engine
          .executeAsync(input)
          .thenApply(result -> mapped(result, document, parameters))
          .exceptionally(this::failed);
    } catch (RuntimeException | StackOverflowError bug) {
      return CompletableFuture.completedStage(failed(bug));
    }
  }

  private static ExecutionInput input(
      PreparedDocument document,
      GraphQlParameters parameters,
      SharedRequest request,
      Observation observed,
      RootFetcher.@Nullable Event event,
      Fetched fetched) {
    ExecutionInput.Builder input =
        ExecutionInput.newExecutionInput(parameters.query())
            .operationName(parameters.operationName())
            .variables(parameters.variables())
            .extensions(parameters.extensions())
            .locale(DirectExecution.LOCALE)
            .root(event)
            .graphQLContext(
                Map.of(
                    SharedRequest.class,
                    request,
                    Observation.class,
                    observed,
                    PreparsedDocumentEntry.class,
                    document.entry(),
                    DocumentPlans.class,
                    document.plans(),
                    Fetched.class,
                    fetched));
    if (document.batches()) {
      input.dataLoaderRegistry(new DataLoaderRegistry());
    }
    ExecutionInput built = input.build();
    // Without it, each level that is fetched dispatches what deeper ones have queued so far.
    DataLoaderDispatchingContextKeys.setEnableDataLoaderChaining(built.getGraphQLContext(), true);
    return built;
  }

  private ExecutionResult mapped(
      ExecutionResult result, PreparedDocument document, GraphQlParameters parameters) {
    if (result.getErrors().isEmpty()) {
      return result;
    }
    List<FieldViolation> variables =
        result.isDataPresent() || !document.isValid()
            ? List.of()
            : document.wrongVariables(schema, parameters);
    return result.transform(
        mapping ->
            mapping.errors(
                result.getErrors().stream()
                    .map(error -> errors.mapped(error, variables))
                    .toList()));
  }

  private GraphQL.Builder engine(SchemaAssembly assembly) {
    return GraphQL.newGraphQL(assembly.schema())
        .defaultDataFetcherExceptionHandler(errors)
        .queryExecutionStrategy(new FusedExecutionStrategy(errors))
        .mutationExecutionStrategy(new FusedSerialExecutionStrategy(errors))
        .preparsedDocumentProvider(
            (input, parse) ->
                CompletableFuture.completedFuture(
                    input.getGraphQLContext().get(PreparsedDocumentEntry.class)));
  }
}
