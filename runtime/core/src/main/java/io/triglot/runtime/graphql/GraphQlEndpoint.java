package io.triglot.runtime.graphql;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import io.triglot.runtime.Api;
import io.triglot.runtime.CallSlots;
import io.triglot.runtime.Failure;
import io.triglot.runtime.http.HttpEndpoint;
import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.HttpResponse;
import io.triglot.runtime.http.TextSocket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * An API's services as one GraphQL schema: in process, over HTTP with GET and POST, over
 * server-sent events, and over WebSocket. Hosts adapt their own requests and sockets to the types
 * of {@code io.triglot.runtime.http}.
 *
 * <p>Thread-safe.
 */
public final class GraphQlEndpoint implements HttpEndpoint {
  /** The WebSocket subprotocol that {@link #connect} speaks. */
  public static final String SUBPROTOCOL = "graphql-transport-ws";

  private static final long INIT_TIMEOUT_MILLIS = 10_000;

  private final Execution execution;
  private final GraphQlSettings settings;
  private final Api api;
  private final long initTimeoutMillis;
  private volatile @Nullable String sdl;

  private GraphQlEndpoint(Api api, GraphQlSettings settings, long initTimeoutMillis) {
    this.api = api;
    SchemaAssembly assembly =
        SchemaAssembly.of(
            api.bindings("GraphQl", GraphQlBinding.class),
            new FieldInterceptors(api.fieldInterceptors(), api.calls()),
            settings,
            this::sdl);
    execution = new Execution(assembly, api.calls(), settings);
    this.settings = settings;
    this.initTimeoutMillis = initTimeoutMillis;
  }

  /**
   * The endpoint of an API, with {@link GraphQlSettings#DEFAULTS}.
   *
   * @throws IllegalStateException when two services offer the same field, or different types under
   *     one name, or an interceptor is for a field that there is not
   */
  public static GraphQlEndpoint of(Api api) {
    return of(api, GraphQlSettings.DEFAULTS);
  }

  /**
   * The endpoint of an API.
   *
   * @throws IllegalStateException when two services offer the same field, or different types under
   *     one name, or an interceptor or a cost is for a field that there is not
   */
  public static GraphQlEndpoint of(Api api, GraphQlSettings settings) {
    return new GraphQlEndpoint(api, settings, INIT_TIMEOUT_MILLIS);
  }

  static GraphQlEndpoint of(Api api, long initTimeoutMillis) {
    return new GraphQlEndpoint(api, GraphQlSettings.DEFAULTS, initTimeoutMillis);
  }

  /** The schema in the schema definition language, which is put together when it is asked for. */
  public String sdl() {
    String known = sdl;
    if (known == null) {
      known =
          SdlDocument.of(
              api.services().stream()
                  .map(service -> service.contract().fragment("graphql"))
                  .filter(fragment -> !fragment.isEmpty())
                  .toList());
      sdl = known;
    }
    return known;
  }

  /**
   * Answers a request of GraphQL over HTTP: GET and POST, as {@code
   * application/graphql-response+json}, {@code application/json} or {@code text/event-stream}.
   */
  @Override
  public Exchange accept(HttpRequest request) {
    return new GraphQlExchange(execution, request);
  }

  @Override
  public HttpResponse refusal(HttpRequest request, Failure failure) {
    return new GraphQlExchange(execution, request).refusal(failure);
  }

  /**
   * Serves a WebSocket that was opened with {@link #SUBPROTOCOL}. Operations run on the thread that
   * delivers their message, which they hold up until they have answered or subscribed.
   *
   * @param handshake the request that opened the socket
   * @return what the host hands the socket's messages to
   */
  public TextSocket.Listener connect(HttpRequest handshake, TextSocket socket) {
    return connect(handshake, socket, Runnable::run);
  }

  /**
   * Serves a WebSocket that was opened with {@link #SUBPROTOCOL}.
   *
   * @param handshake the request that opened the socket
   * @param executor runs the operations, on threads that may block
   * @return what the host hands the socket's messages to
   */
  public TextSocket.Listener connect(HttpRequest handshake, TextSocket socket, Executor executor) {
    return connect(handshake, socket, executor, new CallSlots(Integer.MAX_VALUE));
  }

  /**
   * Serves a WebSocket that was opened with {@link #SUBPROTOCOL}.
   *
   * @param handshake the request that opened the socket
   * @param executor runs the operations, on threads that may block
   * @param slots how many operations may be open at once, on all sockets that share them
   * @return what the host hands the socket's messages to
   */
  public TextSocket.Listener connect(
      HttpRequest handshake, TextSocket socket, Executor executor, CallSlots slots) {
    return new GraphQlSocket(execution, handshake, socket, executor, slots)
        .await(initTimeoutMillis);
  }

  /**
   * Executes a request in process, on the calling thread. The caller is found out from the {@link
   * io.triglot.runtime.CallRequest} that the input's GraphQL context holds under that class;
   * without one the call is anonymous.
   *
   * @return the result; the data of a subscription's are a {@code Flow.Publisher} of the {@link
   *     ExecutionResult}s of its events
   */
  public ExecutionResult execute(ExecutionInput input) {
    return executeAsync(input).toCompletableFuture().join();
  }

  /** As {@link #execute}, with a stage that does not fail. */
  public CompletionStage<ExecutionResult> executeAsync(ExecutionInput input) {
    GraphQlParameters parameters =
        new GraphQlParameters(
            input.getQuery(),
            input.getOperationName(),
            input.getVariables(),
            input.getExtensions(),
            null);
    return execution.execute(
        execution.prepare(input.getQuery()),
        parameters,
        GraphQlRequest.of(input.getGraphQLContext()));
  }
}
