package io.triglot.runtime.graphql;

import graphql.ExecutionResult;
import graphql.language.OperationDefinition.Operation;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Several requests that a client sent as one array. They are executed one after the other. */
record GraphQlBatch(List<GraphQlParameters> requests, Execution execution) {

  /**
   * Reads an array.
   *
   * @throws MalformedRequestException when it is none of requests, or of more than may be
   */
  static GraphQlBatch of(byte[] json, Execution execution) {
    List<GraphQlParameters> requests =
        GraphQlJson.objects(json).stream()
            .map(GraphQlParameters::of)
            .map(execution::resolve)
            .toList();
    execution.limits().batch(requests.size()).ifPresent(MalformedRequestException::raise);
    return new GraphQlBatch(requests, execution);
  }

  /** The results in the order of the requests, each as the specification has it. */
  CompletionStage<List<Map<String, Object>>> execute(CallRequest caller) {
    CompletionStage<List<Map<String, Object>>> all =
        CompletableFuture.completedStage(new ArrayList<>());
    for (GraphQlParameters each : requests) {
      all =
          all.thenCompose(
              results ->
                  result(each, caller)
                      .thenApply(
                          result -> {
                            results.add(result.toSpecification());
                            return results;
                          }));
    }
    return all;
  }

  private CompletionStage<ExecutionResult> result(GraphQlParameters each, CallRequest caller) {
    PreparedDocument document = execution.prepare(each.query());
    boolean streams =
        document.operation(each.operationName()).equals(Optional.of(Operation.SUBSCRIPTION));
    return streams
        ? CompletableFuture.completedStage(
            Execution.refused(
                Failure.of(StatusCode.INVALID_ARGUMENT, "A subscription is not sent in an array")))
        : execution.execute(document, each, caller);
  }
}
