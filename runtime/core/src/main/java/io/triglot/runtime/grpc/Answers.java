package io.triglot.runtime.grpc;

import io.triglot.runtime.Call;
import io.triglot.runtime.Calls;
import io.triglot.runtime.Clearance;
import io.triglot.runtime.OperationDescriptor;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Answers the calls of one operation, through the policy chain, with what its method gives.
 *
 * @param encoding makes the response message of a result
 */
record Answers<R extends @Nullable Object>(
    Calls calls, OperationDescriptor operation, Encoding<R> encoding) {

  /** Makes the bytes of a result. */
  @FunctionalInterface
  interface Encoding<R extends @Nullable Object> {
    /** The bytes, with what a caller with this clearance may receive. */
    byte[] apply(R result, Clearance receiver);

    /** The same for the caller of one call. */
    default Function<R, byte[]> to(Call call) {
      Clearance receiver = call.clearance();
      return result -> apply(result, receiver);
    }
  }

  /** Answers with a value. */
  void value(GrpcRequest request, Reply reply, Calls.Body<R> body) {
    reply.complete(
        calls.call(
            operation, request, call -> encoding.to(call).apply(body.run(request.admit(call)))));
  }

  /** Answers with what a stage comes to. */
  void stage(GrpcRequest request, Reply reply, Calls.Body<CompletionStage<R>> body) {
    calls
        .callAsync(
            operation, request, call -> body.run(request.admit(call)).thenApply(encoding.to(call)))
        .whenComplete(reply::complete);
  }

  /**
   * Answers with the elements of a publisher.
   *
   * @param reason what is to be told of a failure that ends it
   */
  void stream(
      GrpcRequest request,
      Reply reply,
      Calls.Body<Flow.Publisher<R>> body,
      UnaryOperator<Throwable> reason) {
    calls.stream(
            operation,
            request,
            call ->
                new MappedPublisher<R, byte[]>(
                    body.run(request.admit(call)), encoding.to(call), reason))
        .subscribe(reply.subscriber());
  }
}
