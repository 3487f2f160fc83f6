package io.triglot.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.ListenableFuture;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.triglot.runtime.Api;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GrpcServerTest {
  private static final MethodDescriptor<String, String> RPC = TestGrpc.unary("test.Shop/Product");

  private final CountDownLatch inFlight = new CountDownLatch(1);
  private final CompletableFuture<String> answer = new CompletableFuture<>();
  private final GrpcServer.Builder builder =
      GrpcServer.builder(Api.builder())
          .host("127.0.0.1")
          .grpcPort(0)
          .grpc(grpc -> grpc.addService(service()));

  @Test
  void finishesACallInFlightBeforeItFreesThePort() throws Exception {
    GrpcServer server = builder.start();
    int port = server.port();
    ManagedChannel client = client(port);
    try {
      ListenableFuture<String> response =
          ClientCalls.futureUnaryCall(client.newCall(RPC, CallOptions.DEFAULT), "");
      inFlight.await();
      CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::stop);

      assertThat(stopped).isNotDone();
      answer.complete("in time");
      assertThat(response.get()).isEqualTo("in time");
      stopped.get();
      assertThatThrownBy(() -> new Socket("127.0.0.1", port).close())
          .isInstanceOf(IOException.class);
    } finally {
      client.shutdownNow();
    }
  }

  @Test
  void followsItsReadinessChecks() throws Exception {
    CompletableFuture<Void> there = new CompletableFuture<>();
    try (GrpcServer server =
        builder
            .readiness(
                "database",
                () -> {
                  there.get();
                  return true;
                })
            .start()) {
      assertThat(server.isReady()).isFalse();
      assertThat(server.checks()).containsEntry("database", false);
      ManagedChannel client = client(server.port());
      try {
        var health = HealthGrpc.newBlockingStub(client);
        var changes = health.watch(HealthCheckRequest.getDefaultInstance());
        assertThat(changes.next().getStatus()).isEqualTo(ServingStatus.NOT_SERVING);

        there.complete(null);
        assertThat(changes.next().getStatus()).isEqualTo(ServingStatus.SERVING);
        assertThat(server.isReady()).isTrue();
      } finally {
        client.shutdownNow();
      }
    }
  }

  @Test
  void callsOnThreadsOfTheApplication() throws Exception {
    ExecutorService own =
        Executors.newSingleThreadExecutor(task -> new Thread(task, "application"));
    ManagedChannel client;
    try (GrpcServer server = builder.executor(own).start()) {
      client = client(server.port());
      answer.complete("");
      assertThat(ClientCalls.blockingUnaryCall(client, RPC, CallOptions.DEFAULT, ""))
          .isEqualTo("application");
      client.shutdownNow();
    }
    assertThat(own.isShutdown()).isFalse();
    own.shutdown();
  }

  @Test
  void startsOnceAndAgainFromItsBuilder() {
    GrpcServer server = builder.start();
    assertThatThrownBy(server::start).isInstanceOf(IllegalStateException.class);
    server.stop();
    server.stop();
    assertThatThrownBy(server::start).isInstanceOf(IllegalStateException.class);

    try (GrpcServer again = builder.start()) {
      assertThat(again.isReady()).isTrue();
    }
  }

  @Test
  void hasNoMoreThreadsThanItMayAndLosesNoTask() throws Exception {
    ThreadPoolExecutor pool = (ThreadPoolExecutor) GrpcThreads.pool(8);
    CountDownLatch done = new CountDownLatch(1_000);
    CountDownLatch go = new CountDownLatch(1);
    for (int i = 0; i < 1_000; i++) {
      pool.execute(
          () -> {
            try {
              go.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            done.countDown();
          });
    }
    assertThat(pool.getPoolSize()).isEqualTo(8);
    go.countDown();
    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    pool.shutdownNow();
    pool.execute(() -> answer.complete("after the end"));
    assertThat(answer).isNotDone();
  }

  private ManagedChannel client(int port) {
    return NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
  }

  /** Answers with the name of the thread, or what the test completes it with. */
  private ServerServiceDefinition service() {
    return ServerServiceDefinition.builder("test.Shop")
        .addMethod(
            RPC,
            ServerCalls.asyncUnaryCall(
                (request, response) -> {
                  inFlight.countDown();
                  String text = answer.join();
                  response.onNext(text.isEmpty() ? Thread.currentThread().getName() : text);
                  response.onCompleted();
                }))
        .build();
  }
}
