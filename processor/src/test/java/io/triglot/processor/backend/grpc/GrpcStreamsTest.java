package io.triglot.processor.backend.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DynamicMessage;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Backpressure and cancellation, from the client to the user's publisher or stage. */
@Timeout(60)
class GrpcStreamsTest {
  private static final String SERVICE = "acme.clock.v1.ClockService/";

  @TempDir static Path directory;
  private static GrpcFixture clock;

  @BeforeAll
  static void open() {
    clock =
        GrpcFixture.of(
            TestCompiler.javac(directory)
                .compile(
                    """
                    package com.acme.clock;

                    import io.triglot.ApiOperation;
                    import io.triglot.ApiService;
                    import io.triglot.runtime.Protocol;
                    import java.util.concurrent.CompletableFuture;
                    import java.util.concurrent.CompletionStage;
                    import java.util.concurrent.CountDownLatch;
                    import java.util.concurrent.Flow;
                    import java.util.concurrent.atomic.AtomicLong;

                    @ApiService(protocols = Protocol.GRPC)
                    public class Clock {
                      private final AtomicLong emitted = new AtomicLong();
                      private final CountDownLatch streamCancelled = new CountDownLatch(1);
                      private final CountDownLatch stageBegun = new CountDownLatch(1);
                      private final CompletableFuture<String> stage = new CompletableFuture<>();

                      /** Ticks at once whenever it is asked to. */
                      @ApiOperation
                      public Flow.Publisher<Long> ticks() {
                        return subscriber ->
                            subscriber.onSubscribe(
                                new Flow.Subscription() {
                                  @Override
                                  public void request(long n) {
                                    for (long i = 0; i < n; i++) {
                                      subscriber.onNext(emitted.incrementAndGet());
                                    }
                                  }

                                  @Override
                                  public void cancel() {
                                    streamCancelled.countDown();
                                  }
                                });
                      }

                      @ApiOperation
                      public long countTicks() {
                        return emitted.get();
                      }

                      @ApiOperation
                      public boolean isStreamCancelled() throws InterruptedException {
                        streamCancelled.await();
                        return true;
                      }

                      @ApiOperation
                      public CompletionStage<String> findTime() {
                        stageBegun.countDown();
                        return stage;
                      }

                      @ApiOperation
                      public void isStageBegun() throws InterruptedException {
                        stageBegun.await();
                      }

                      @ApiOperation
                      public boolean isStageCancelled() {
                        stage.handle((value, failure) -> 0).join();
                        return stage.isCancelled();
                      }
                    }
                    """)
                .requireSuccess(),
            "com.acme.clock.Clock");
  }

  @AfterAll
  static void close() {
    clock.close();
  }

  @Test
  void letAClientSlowItsPublisherAndCancelIt() throws InterruptedException {
    String rpc = SERVICE + "Ticks";
    ClientCall<DynamicMessage, DynamicMessage> call = clock.newCall(rpc);
    Semaphore received = new Semaphore(0);
    call.start(
        new ClientCall.Listener<>() {
          @Override
          public void onMessage(DynamicMessage message) {
            received.release();
          }
        },
        new Metadata());
    call.sendMessage(clock.emptyRequest(rpc));
    call.halfClose();

    call.request(100);
    received.acquire(100);
    assertThat(ticks()).isBetween(100L, 100L + 2 * 16);

    call.request(1000);
    received.acquire(1000);
    assertThat(ticks()).isBetween(1100L, 1100L + 2 * 16);

    call.cancel("enough", null);
    assertThat(clock.call(SERVICE + "IsStreamCancelled", "")).isEqualTo("result: true");
  }

  @Test
  void letAClientCancelAStage() throws Exception {
    String rpc = SERVICE + "FindTime";
    ClientCall<DynamicMessage, DynamicMessage> call = clock.newUnaryCall(rpc);
    CompletableFuture<Status> end = new CompletableFuture<>();
    call.start(
        new ClientCall.Listener<>() {
          @Override
          public void onClose(Status status, Metadata trailers) {
            end.complete(status);
          }
        },
        new Metadata());
    call.sendMessage(clock.emptyRequest(rpc));
    call.halfClose();
    call.request(1);
    clock.call(SERVICE + "IsStageBegun", "");

    call.cancel("enough", null);

    assertThat(end.get(30, TimeUnit.SECONDS).getCode()).isEqualTo(Status.Code.CANCELLED);
    assertThat(clock.call(SERVICE + "IsStageCancelled", "")).isEqualTo("result: true");
  }

  private static long ticks() {
    return Long.parseLong(clock.call(SERVICE + "CountTicks", "").replace("result: ", ""));
  }
}
