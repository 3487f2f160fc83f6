package io.triglot.runtime.grpc;

import com.google.protobuf.Descriptors.FileDescriptor;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCallHandler;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.triglot.runtime.Calls;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.time.BlockingThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Binds the operations of one service to grpc-java. Made for generated {@code
 * io.grpc.BindableService}s; each operation is given with its handler and with the way to its
 * response message.
 *
 * <p>Not thread-safe; the definition that it builds is.
 */
public final class ServiceBinding {
  /**
   * Where methods block until a client's stream has ended. Those that wait for a thread have no
   * more than their first message in memory.
   */
  private static final Executor STREAM_THREADS = BlockingThreads.named("grpc-stream");

  private final String service;
  private final ServiceSchema schema;
  private final Calls calls;
  private final List<ServerMethodDefinition<byte[], byte[]>> methods = new ArrayList<>();

  private ServiceBinding(String service, ServiceSchema schema, Calls calls) {
    this.service = service;
    this.schema = schema;
    this.calls = calls;
  }

  /**
   * A binding without operations.
   *
   * @param service the full name of the service
   * @param file gives the descriptor of the file that declares the service, when it is asked for
   * @param calls the chain that all calls walk
   */
  public static ServiceBinding of(String service, Supplier<FileDescriptor> file, Calls calls) {
    String name = service.substring(service.lastIndexOf('.') + 1);
    return new ServiceBinding(service, new ServiceSchema(file, name), calls);
  }

  /** Adds an operation whose method returns a value. */
  public <Q, R extends @Nullable Object, P> ServiceBinding unary(
      MethodDescriptor<Q, P> method,
      OperationDescriptor operation,
      RpcHandler<Q, R> handler,
      Function<? super R, P> response) {
    RpcCodec<Q, P> codec = RpcCodec.of(method);
    Answers<R> answers = new Answers<>(calls, operation, codec.encoding(response));
    return add(
        method,
        operation,
        (request, message, reply) ->
            answers.value(
                request, reply, call -> handler.handle(codec.decode(message, call), call)));
  }

  /** Adds an operation whose method returns a stage. */
  public <Q, R extends @Nullable Object, P> ServiceBinding async(
      MethodDescriptor<Q, P> method,
      OperationDescriptor operation,
      RpcHandler<Q, CompletionStage<R>> handler,
      Function<? super R, P> response) {
    RpcCodec<Q, P> codec = RpcCodec.of(method);
    Answers<R> answers = new Answers<>(calls, operation, codec.encoding(response));
    return add(
        method,
        operation,
        (request, message, reply) ->
            answers.stage(
                request, reply, call -> handler.handle(codec.decode(message, call), call)));
  }

  /** Adds an operation whose method returns a publisher. */
  public <Q, R, P> ServiceBinding serverStreaming(
      MethodDescriptor<Q, P> method,
      OperationDescriptor operation,
      RpcHandler<Q, Flow.Publisher<R>> handler,
      Function<? super R, P> response) {
    RpcCodec<Q, P> codec = RpcCodec.of(method);
    Answers<R> answers = new Answers<>(calls, operation, codec.encoding(response));
    return add(
        method,
        operation,
        (request, message, reply) ->
            answers.stream(
                request,
                reply,
                call -> handler.handle(codec.decode(message, call), call),
                failure -> failure));
  }

  /** Adds an operation that takes a stream and whose method returns a value. */
  public <Q, S, E, R extends @Nullable Object, P> ServiceBinding clientStreaming(
      MethodDescriptor<Q, P> method,
      OperationDescriptor operation,
      StreamCodec<S, E> requests,
      RpcHandler<S, R> handler,
      Function<? super R, P> response) {
    Answers<R> answers = new Answers<>(calls, operation, RpcCodec.of(method).encoding(response));
    return add(
        method,
        operation,
        new StreamCallHandler<>(
            service,
            requests,
            operation.blocking() ? STREAM_THREADS : Runnable::run,
            (request, opening, stream, reply) ->
                answers.value(
                    request,
                    reply,
                    call -> handler.handle(requests.begin(opening, stream, call), call))));
  }

  /** Adds an operation that takes a stream and whose method returns a stage. */
  public <Q, S, E, R extends @Nullable Object, P> ServiceBinding clientStreamingAsync(
      MethodDescriptor<Q, P> method,
      OperationDescriptor operation,
      StreamCodec<S, E> requests,
      RpcHandler<S, CompletionStage<R>> handler,
      Function<? super R, P> response) {
    Answers<R> answers = new Answers<>(calls, operation, RpcCodec.of(method).encoding(response));
    return add(
        method,
        operation,
        new StreamCallHandler<>(
            service,
            requests,
            Runnable::run,
            (request, opening, stream, reply) ->
                answers.stage(
                    request,
                    reply,
                    call -> handler.handle(requests.begin(opening, stream, call), call))));
  }

  /** Adds an operation that takes a stream and whose method returns a publisher. */
  public <Q, S, E, R, P> ServiceBinding bidirectional(
      MethodDescriptor<Q, P> method,
      OperationDescriptor operation,
      StreamCodec<S, E> requests,
      RpcHandler<S, Flow.Publisher<R>> handler,
      Function<? super R, P> response) {
    Answers<R> answers = new Answers<>(calls, operation, RpcCodec.of(method).encoding(response));
    return add(
        method,
        operation,
        new StreamCallHandler<>(
            service,
            requests,
            Runnable::run,
            (request, opening, stream, reply) ->
                answers.stream(
                    request,
                    reply,
                    call -> handler.handle(requests.begin(opening, stream, call), call),
                    stream::reasonOf)));
  }

  /** The definition, for any server of grpc-java. */
  public ServerServiceDefinition build() {
    ServiceDescriptor.Builder descriptor =
        ServiceDescriptor.newBuilder(service).setSchemaDescriptor(schema);
    methods.forEach(method -> descriptor.addMethod(method.getMethodDescriptor()));
    ServerServiceDefinition.Builder definition =
        ServerServiceDefinition.builder(descriptor.build());
    methods.forEach(definition::addMethod);
    return definition.build();
  }

  private ServiceBinding add(
      MethodDescriptor<?, ?> method, OperationDescriptor operation, Rpc rpc) {
    return add(method, operation, new RpcCallHandler(service, rpc));
  }

  private ServiceBinding add(
      MethodDescriptor<?, ?> method,
      OperationDescriptor operation,
      ServerCallHandler<byte[], byte[]> handler) {
    String name = method.getBareMethodName();
    MethodDescriptor<byte[], byte[]> bytes =
        method.toBuilder(BytesMarshaller.INSTANCE, BytesMarshaller.INSTANCE)
            .setSchemaDescriptor(
                new RpcSchema(schema, String.valueOf(name), operation, calls.mayBlock(operation)))
            .build();
    methods.add(ServerMethodDefinition.create(bytes, handler));
    return this;
  }
}
