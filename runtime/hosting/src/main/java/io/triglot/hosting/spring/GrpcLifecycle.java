package io.triglot.hosting.spring;

import io.triglot.hosting.GrpcServer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Starts a gRPC port when a context of Spring has been refreshed, after the HTTP server, and stops
 * it before everything else, while all beans are still there:
 *
 * <pre>{@code
 * @Bean
 * GrpcLifecycle grpc(OrderResource orders) {
 *   return new GrpcLifecycle(
 *       GrpcServer.builder(Api.builder().service(orders)).grpcPort(9090));
 * }
 * }</pre>
 *
 * <p>A context that is stopped and started again gets a new server. Thread-safe.
 */
public final class GrpcLifecycle implements SmartLifecycle {
  private final GrpcServer.Builder builder;
  private @Nullable GrpcServer server;

  /**
   * A lifecycle that has not begun.
   *
   * @param builder tells what to start; not changed any more
   */
  public GrpcLifecycle(GrpcServer.Builder builder) {
    this.builder = builder;
  }

  /**
   * The server.
   *
   * @throws IllegalStateException when it is not running
   */
  public synchronized GrpcServer server() {
    if (server == null) {
      throw new IllegalStateException("The gRPC server is not running");
    }
    return server;
  }

  @Override
  public synchronized void start() {
    if (server == null) {
      server = builder.start();
    }
  }

  /** Waits until the calls in flight are over, for the builder's drain time at most. */
  @Override
  public synchronized void stop() {
    if (server != null) {
      server.stop();
      server = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return server != null;
  }
}
