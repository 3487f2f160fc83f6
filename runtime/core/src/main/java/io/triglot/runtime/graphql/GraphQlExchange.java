package io.triglot.runtime.graphql;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.language.OperationDefinition.Operation;
import io.triglot.runtime.CacheHint;
import io.triglot.runtime.CallException;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.http.HttpEndpoint;
import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.HttpResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.regex.Pattern;

/**
 * One request of GraphQL over HTTP (the specification of the GraphQL Foundation).
 *
 * <p>Safe against cross-site requests as it stands: GET executes queries and subscriptions only,
 * and POST demands {@code application/json}, which a page of another site cannot send unasked.
 */
final class GraphQlExchange implements HttpEndpoint.Exchange {
  private static final Pattern JSON =
      Pattern.compile("application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?");

  private final Execution execution;
  private final HttpRequest request;

  GraphQlExchange(Execution execution, HttpRequest request) {
    this.execution = execution;
    this.request = request;
  }

  /** Always: even where no method blocks, the body may have to be waited for. */
  @Override
  public boolean blocking() {
    return true;
  }

  @Override
  public CompletionStage<HttpResponse> respond() {
    List<ResponseType> accepted = ResponseType.accepted(request.headers("Accept"));
    Optional<HttpResponse> refusal = refusal(accepted);
    if (refusal.isPresent()) {
      return CompletableFuture.completedStage(refusal.get());
    }
    try {
      return isGet()
          ? execute(GraphQlQuery.parameters(request.query()), accepted, GraphQlRequest.of(request))
          : post(accepted);
    } catch (MalformedRequestException malformed) {
      return CompletableFuture.completedStage(refused(malformed.failure(), accepted.get(0)));
    } catch (CallException unread) {
      return CompletableFuture.completedStage(
          error(status(unread.failure()), accepted.get(0), unread.failure()));
    }
  }

  /** The response to a request that is not even looked at. */
  HttpResponse refusal(Failure failure) {
    ResponseType type =
        ResponseType.accepted(request.headers("Accept")).stream()
            .findFirst()
            .orElse(ResponseType.JSON);
    return error(failure.code().httpStatus(), type, failure).retryAfter(failure.retryAfter());
  }

  /** What can be refused by looking at the method and the headers alone. */
  private Optional<HttpResponse> refusal(List<ResponseType> accepted) {
    if (!isGet() && !request.method().equals("POST")) {
      return Optional.of(
          refused(405, "GraphQL is served on GET and POST").header("Allow", "GET, POST"));
    }
    if (accepted.isEmpty()) {
      return Optional.of(
          refused(
              406,
              "GraphQL is answered as application/graphql-response+json, application/json or"
                  + " text/event-stream"));
    }
    if (isMultipart() && !MultipartRequest.isAskedFor(request)) {
      return Optional.of(
          refused(
              400,
              "A request with files has one of these header fields, so that pages of other origins"
                  + " need permission: "
                  + MultipartRequest.preflight()));
    }
    if (!isGet() && !isMultipart() && !isJson(contentType())) {
      return Optional.of(refused(415, "A GraphQL request by POST is application/json, in UTF-8"));
    }
    return Optional.empty();
  }

  private static boolean isJson(String contentType) {
    return contentType.equals("application/json") || JSON.matcher(contentType).matches();
  }

  private String contentType() {
    return request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT).strip();
  }

  /** Whether it is a request with files, which only schemas that take them know. */
  private boolean isMultipart() {
    return !isGet() && contentType().startsWith("multipart/form-data") && execution.takesUploads();
  }

  private CompletionStage<HttpResponse> withFiles(List<ResponseType> accepted) {
    CallRequest call;
    try {
      call = execution.admitted(GraphQlRequest.of(request));
    } catch (CallException refused) { // before anything is kept
      return CompletableFuture.completedStage(refusal(refused.failure()));
    }
    MultipartRequest parts = MultipartRequest.read(request);
    try {
      return execute(parts.parameters(), accepted, call)
          .whenComplete((response, failure) -> parts.close());
    } catch (RuntimeException refused) {
      parts.close();
      throw refused;
    }
  }

  private CompletionStage<HttpResponse> post(List<ResponseType> accepted) {
    if (isMultipart()) {
      return withFiles(accepted);
    }
    byte[] body;
    try {
      body = request.body();
    } catch (IOException broken) {
      throw new MalformedRequestException("body", "could not be read to its end");
    }
    return execution.takesBatches() && GraphQlJson.isArray(body)
        ? batch(GraphQlBatch.of(body, execution), accepted)
        : execute(
            GraphQlParameters.of(GraphQlJson.object(body, "body")),
            accepted,
            GraphQlRequest.of(request));
  }

  private CompletionStage<HttpResponse> batch(GraphQlBatch batch, List<ResponseType> accepted) {
    if (accepted.get(0) == ResponseType.EVENT_STREAM) {
      return CompletableFuture.completedStage(
          refused(406, "An array of requests is answered as JSON"));
    }
    return batch
        .execute(GraphQlRequest.of(request))
        .thenApply(
            results ->
                HttpResponse.of(200, accepted.get(0).contentType(), GraphQlJson.bytes(results)));
  }

  private CompletionStage<HttpResponse> execute(
      GraphQlParameters sent, List<ResponseType> accepted, CallRequest call) {
    GraphQlParameters parameters = execution.resolve(sent);
    PreparedDocument document = execution.prepare(parameters.query());
    Optional<Operation> operation = document.operation(parameters.operationName());
    if (isGet() && operation.equals(Optional.of(Operation.MUTATION))) {
      return CompletableFuture.completedStage(
          refused(405, "A mutation is sent by POST").header("Allow", "POST"));
    }
    ResponseType type = accepted.get(0);
    if (document.isValid() && operation.equals(Optional.of(Operation.SUBSCRIPTION))) {
      if (!accepted.contains(ResponseType.EVENT_STREAM)) {
        return CompletableFuture.completedStage(
            refused(
                406,
                "A subscription is answered as text/event-stream, or over a WebSocket with"
                    + " subprotocol graphql-transport-ws"));
      }
      type = ResponseType.EVENT_STREAM;
    }
    ResponseType chosen = type;
    return execution
        .execute(document, parameters, call)
        .thenApply(
            result ->
                isGet() && result.getErrors().isEmpty()
                    ? cached(response(result, chosen), document.cache(parameters.operationName()))
                    : response(result, chosen));
  }

  /** Tells caches what they may do with the answer to a query by GET. */
  private static HttpResponse cached(HttpResponse response, Optional<CacheHint> hint) {
    return hint.map(
            known -> response.header("Cache-Control", known.header()).header("Vary", "Accept"))
        .orElse(response);
  }

  private HttpResponse response(ExecutionResult result, ResponseType type) {
    if (type == ResponseType.EVENT_STREAM) {
      return eventStream(result);
    }
    int status =
        result.isDataPresent() || type == ResponseType.JSON
            ? 200
            : result.getErrors().stream().findFirst().map(GraphQlExchange::status).orElse(200);
    return HttpResponse.of(status, type.contentType(), GraphQlJson.bytes(result.toSpecification()));
  }

  @SuppressWarnings("unchecked") // Execution makes no other publishers
  private HttpResponse eventStream(ExecutionResult result) {
    String contentType = ResponseType.EVENT_STREAM.contentType();
    HttpResponse response =
        result.getData() instanceof Flow.Publisher
            ? HttpResponse.of(
                200,
                contentType,
                new EventStream(
                    (Flow.Publisher<ExecutionResult>) result.getData(), execution::failed))
            : HttpResponse.of(200, contentType, EventStream.whole(result));
    return response.header("Cache-Control", "no-store");
  }

  /** A body that is too large has a status of its own (RFC 9110, section 15.5.14). */
  private static int status(Failure unread) {
    return unread.code() == StatusCode.RESOURCE_EXHAUSTED ? 413 : unread.code().httpStatus();
  }

  private boolean isGet() {
    return request.method().equals("GET");
  }

  private static int status(GraphQLError error) {
    return error instanceof FailureError mapped ? mapped.failure().code().httpStatus() : 400;
  }

  /** What is wrong is told by 400; a client that sent but a hash is asked for more by 200. */
  private static HttpResponse refused(Failure failure, ResponseType type) {
    boolean malformed = failure.code() == StatusCode.INVALID_ARGUMENT;
    return malformed
        ? error(400, type, failure)
        : error(200, ResponseType.JSON, failure).header("Cache-Control", "no-store");
  }

  private static HttpResponse refused(int status, String message) {
    return error(status, ResponseType.JSON, Failure.of(StatusCode.INVALID_ARGUMENT, message));
  }

  private static HttpResponse error(int status, ResponseType type, Failure failure) {
    ResponseType readable = type == ResponseType.EVENT_STREAM ? ResponseType.JSON : type;
    return HttpResponse.of(
        status,
        readable.contentType(),
        GraphQlJson.bytes(Map.of("errors", List.of(FailureError.of(failure).toSpecification()))));
  }
}
