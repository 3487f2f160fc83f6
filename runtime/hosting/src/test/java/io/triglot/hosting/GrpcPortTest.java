package io.triglot.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.ListenableFuture;
import io.grpc.CallOptions;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallExecutorSupplier;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.ServerCalls;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GrpcPortTest {
  private static final MethodDescriptor<String, String> BLOCKING =
      TestGrpc.unary("test.Threads/Blocking");
  private static final MethodDescriptor<String, String> DIRECT =
      TestGrpc.unary("test.Threads/Direct");

  @Test
  void runsWhatMayBlockOnThreadsOfItsOwnAndTheRestOnTheEventLoop() {
    try (TestGrpc grpc =
        TestGrpc.of(service(BLOCKING, DIRECT), GrpcPortTest::directOnlyForDirect)) {
      String blocking =
          ClientCalls.blockingUnaryCall(grpc.client(), BLOCKING, CallOptions.DEFAULT, "");
      String direct = ClientCalls.blockingUnaryCall(grpc.client(), DIRECT, CallOptions.DEFAULT, "");

      assertThat(blocking).startsWith("grpc-").doesNotContain("events");
      assertThat(direct).startsWith("grpc-events-");
    }
  }

  @Test
  void runsBlockingCallsAtTheSameTime() {
    int calls = 50;
    CyclicBarrier all = new CyclicBarrier(calls);
    ServerServiceDefinition meeting =
        ServerServiceDefinition.builder("test.Threads")
            .addMethod(
                BLOCKING,
                ServerCalls.asyncUnaryCall(
                    (request, response) -> {
                      try {
                        all.await();
                      } catch (Exception e) {
                        throw new IllegalStateException(e);
                      }
                      response.onNext("met");
                      response.onCompleted();
                    }))
            .build();
    try (TestGrpc grpc = TestGrpc.of(meeting, GrpcPortTest::directOnlyForDirect)) {
      List<ListenableFuture<String>> answers =
          IntStream.range(0, calls)
              .mapToObj(
                  i ->
                      ClientCalls.futureUnaryCall(
                          grpc.client().newCall(BLOCKING, CallOptions.DEFAULT), ""))
              .toList();

      assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).isEqualTo("met"));
    }
  }

  @Test
  void refusesAMessageThatIsTooLarge() {
    GrpcSettings small = TestGrpc.SETTINGS.withLimits(Limits.DEFAULTS.withMaxBodyBytes(100));
    try (TestGrpc grpc =
        TestGrpc.of(small, service(BLOCKING, DIRECT), GrpcPortTest::directOnlyForDirect)) {
      assertThat(
              ClientCalls.blockingUnaryCall(
                  grpc.client(), BLOCKING, CallOptions.DEFAULT, "x".repeat(100)))
          .isNotEmpty();
      assertFails(
          Status.Code.RESOURCE_EXHAUSTED,
          () ->
              ClientCalls.blockingUnaryCall(
                  grpc.client(), BLOCKING, CallOptions.DEFAULT, "x".repeat(101)));
    }
  }

  @Test
  void refusesTooMuchMetadata() {
    Metadata much = new Metadata();
    much.put(
        Metadata.Key.of("much", Metadata.ASCII_STRING_MARSHALLER),
        "x".repeat(Limits.DEFAULTS.maxHeaderBytes()));
    try (TestGrpc grpc =
        TestGrpc.of(service(BLOCKING, DIRECT), GrpcPortTest::directOnlyForDirect)) {
      var flooding =
          ClientInterceptors.intercept(
              grpc.client(), MetadataUtils.newAttachHeadersInterceptor(much));

      assertThatThrownBy(
              () -> ClientCalls.blockingUnaryCall(flooding, BLOCKING, CallOptions.DEFAULT, ""))
          .isInstanceOf(StatusRuntimeException.class);
      assertThat(ClientCalls.blockingUnaryCall(grpc.client(), BLOCKING, CallOptions.DEFAULT, ""))
          .isNotEmpty();
    }
  }

  @Test
  void letsTheApplicationAddInterceptorsOfItsOwn() {
    ServerInterceptor refusing =
        new ServerInterceptor() {
          @Override
          public <Q, P> ServerCall.Listener<Q> interceptCall(
              ServerCall<Q, P> call, Metadata headers, ServerCallHandler<Q, P> next) {
            call.close(Status.ABORTED, new Metadata());
            return new ServerCall.Listener<>() {};
          }
        };
    GrpcSettings intercepted =
        TestGrpc.SETTINGS.withCustomization(grpc -> grpc.intercept(refusing));
    try (TestGrpc grpc =
        TestGrpc.of(intercepted, service(BLOCKING, DIRECT), GrpcPortTest::directOnlyForDirect)) {
      assertFails(
          Status.Code.ABORTED,
          () -> ClientCalls.blockingUnaryCall(grpc.client(), DIRECT, CallOptions.DEFAULT, ""));
    }
  }

  @Test
  void saysThatThePortIsTaken() {
    ServerServiceDefinition any = service(BLOCKING, DIRECT);
    try (TestGrpc first = TestGrpc.of(any, GrpcPortTest::directOnlyForDirect)) {
      GrpcSettings same = TestGrpc.SETTINGS.withPort(first.port());

      assertThatThrownBy(() -> TestGrpc.of(same, any, GrpcPortTest::directOnlyForDirect).close())
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("Cannot listen on 127.0.0.1:" + first.port())
          .hasMessageContaining("grpcPort(…)");
    }
  }

  /** Each method answers with the name of the thread that it ran on. */
  private static ServerServiceDefinition service(
      MethodDescriptor<String, String> first, MethodDescriptor<String, String> second) {
    var nameOfThread =
        ServerCalls.<String, String>asyncUnaryCall(
            (request, response) -> {
              response.onNext(Thread.currentThread().getName());
              response.onCompleted();
            });
    return ServerServiceDefinition.builder("test.Threads")
        .addMethod(first, nameOfThread)
        .addMethod(second, nameOfThread)
        .build();
  }

  static ServerCallExecutorSupplier directOnlyForDirect(Executor mayBlock) {
    return new ServerCallExecutorSupplier() {
      @Override
      public <Q, P> Executor getExecutor(ServerCall<Q, P> call, Metadata metadata) {
        return call.getMethodDescriptor() == DIRECT ? Runnable::run : mayBlock;
      }
    };
  }

  private static void assertFails(Status.Code code, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            StatusRuntimeException.class, e -> assertThat(e.getStatus().getCode()).isEqualTo(code));
  }
}
