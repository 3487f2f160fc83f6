package io.triglot.server;

import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCallExecutorSupplier;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.triglot.runtime.CallSlots;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** A gRPC port on 127.0.0.1 with a service of a test and a client of it. */
final class TestGrpc implements AutoCloseable {
  final GrpcHost host;
  final ManagedChannel client;

  private TestGrpc(
      ServerSettings settings,
      ServerServiceDefinition service,
      Function<Executor, ServerCallExecutorSupplier> executors) {
    host =
        new GrpcHost(
            settings,
            CallThreads.choose(settings.limits()).forGrpc(),
            List.of(service),
            executors,
            new CallSlots(settings.limits().maxOpenCalls()));
    host.start();
    client = NettyChannelBuilder.forAddress("127.0.0.1", host.port()).usePlaintext().build();
  }

  static TestGrpc of(
      ServerServiceDefinition service, Function<Executor, ServerCallExecutorSupplier> executors) {
    return of(TestHost.SETTINGS, service, executors);
  }

  static TestGrpc of(
      ServerSettings settings,
      ServerServiceDefinition service,
      Function<Executor, ServerCallExecutorSupplier> executors) {
    return new TestGrpc(settings, service, executors);
  }

  static MethodDescriptor<String, String> unary(String name) {
    return method(MethodDescriptor.MethodType.UNARY, name);
  }

  /** A method whose messages are plain text. */
  static MethodDescriptor<String, String> method(MethodDescriptor.MethodType type, String name) {
    return MethodDescriptor.newBuilder(new TextMarshaller(), new TextMarshaller())
        .setType(type)
        .setFullMethodName(name)
        .build();
  }

  @Override
  public void close() {
    client.shutdownNow();
    host.stop();
  }

  private static final class TextMarshaller implements MethodDescriptor.Marshaller<String> {
    @Override
    public InputStream stream(String text) {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String parse(InputStream bytes) {
      try {
        return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
