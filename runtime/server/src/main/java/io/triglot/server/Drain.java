package io.triglot.server;

import io.triglot.runtime.OpenCalls;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The orderly end of a server: no new connections; calls in flight finish; then streams, which may
 * have no end of their own, are ended in each protocol's own words; then what is left is closed.
 *
 * @param calls the calls of the API
 * @param http the HTTP port
 * @param grpc the gRPC port
 * @param time how long all that may take
 */
record Drain(OpenCalls calls, HttpHost http, GrpcHost grpc, Duration time) {
  /** What streams and sockets still have to say their last word, even when the time is up. */
  private static final long LAST_WORD_NANOS = TimeUnit.SECONDS.toNanos(1);

  void run() {
    long deadline = System.nanoTime() + time.toNanos();
    CompletionStage<Void> httpDrained = http.drain();
    CompletionStage<Void> grpcDrained = grpc.drain();
    await(calls.idle(), deadline);
    calls.endStreams();
    http.closeSockets();
    long end = Math.max(deadline, System.nanoTime() + LAST_WORD_NANOS);
    await(httpDrained, end);
    await(grpcDrained, end);
    http.stop();
    grpc.stop();
  }

  private static void await(CompletionStage<Void> stage, long deadline) {
    try {
      stage.toCompletableFuture().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException timeIsUp) {
      // What has not finished is closed.
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
