package io.triglot.server;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallExecutorSupplier;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * Chooses for each gRPC call where it runs: on the event loop if its method never blocks, else on
 * a thread that may block.
 */
final class CallExecutors implements ServerCallExecutorSupplier {
  private final Executor mayBlock;
  private final Predicate<MethodDescriptor<?, ?>> blocking;

  CallExecutors(Executor mayBlock, Predicate<MethodDescriptor<?, ?>> blocking) {
    this.mayBlock = mayBlock;
    this.blocking = blocking;
  }

  @Override
  public <ReqT, RespT> Executor getExecutor(ServerCall<ReqT, RespT> call, Metadata headers) {
    return blocking.test(call.getMethodDescriptor()) ? mayBlock : Runnable::run;
  }
}
