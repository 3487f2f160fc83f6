package io.triglot.hosting;

import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCallExecutorSupplier;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.triglot.runtime.CallSlots;
import io.triglot.runtime.OpenCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/** A gRPC port on 127.0.0.1 with a service of a test and a client of it. */
public final class TestGrpc implements AutoCloseable {
  static final GrpcSettings SETTINGS = GrpcSettings.DEFAULTS.withHost("127.0.0.1").withPort(0);

  private final GrpcPort host;
  private final ManagedChannel client;

  private TestGrpc(
      GrpcSettings settings,
      ServerServiceDefinition service,
      Function<Executor, ServerCallExecutorSupplier> executors) {
    host =
        new GrpcPort(
            settings, List.of(service), executors, new CallSlots(settings.limits().maxOpenCalls()));
    host.start();
    client = NettyChannelBuilder.forAddress("127.0.0.1", port()).usePlaintext().build();
  }

  /** With the settings of these tests. */
  public static TestGrpc of(
      ServerServiceDefinition service, Function<Executor, ServerCallExecutorSupplier> executors) {
    return of(SETTINGS, service, executors);
  }

  static TestGrpc of(
      GrpcSettings settings,
      ServerServiceDefinition service,
      Function<Executor, ServerCallExecutorSupplier> executors) {
    return new TestGrpc(settings, service, executors);
  }

  /** A method with one message each way, which are plain text. */
  public static MethodDescriptor<String, String> unary(String name) {
    return method(MethodDescriptor.MethodType.UNARY, name);
  }

  /** A method whose messages are plain text. */
  public static MethodDescriptor<String, String> method(
      MethodDescriptor.MethodType type, String name) {
    return MethodDescriptor.newBuilder(new TextMarshaller(), new TextMarshaller())
        .setType(type)
        .setFullMethodName(name)
        .build();
  }

  public ManagedChannel client() {
    return client;
  }

  public int port() {
    return host.number();
  }

  /**
   * Drains this port and another one. Nothing new is taken any more when this returns.
   *
   * @return waits for the calls, and for the end
   */
  public Consumer<Duration> drain(OpenCalls calls, Port other) {
    Drain drain = Drain.begin(calls, new CallSlots(1), List.of(other, host));
    return drain::finish;
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
