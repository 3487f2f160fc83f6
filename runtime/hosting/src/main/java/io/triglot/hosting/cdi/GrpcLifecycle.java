package io.triglot.hosting.cdi;

import io.triglot.hosting.GrpcServer;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Starts a gRPC port when an application of CDI has been initialized, after its own observers, and
 * stops it before they learn of the end, while all beans are still there. The application tells
 * what to start by a producer:
 *
 * <pre>{@code
 * @Produces
 * GrpcServer.Builder grpc(OrderResource orders) {
 *   return GrpcServer.builder(Api.builder().service(orders)).grpcPort(9090);
 * }
 * }</pre>
 *
 * <p>Where there is none, nothing is started. Thread-safe.
 */
@ApplicationScoped
public class GrpcLifecycle {
  private final @Nullable Instance<GrpcServer.Builder> builders;
  private @Nullable GrpcServer server;

  /** For the container's proxy. */
  protected GrpcLifecycle() {
    builders = null;
  }

  /** Made by the container. */
  @Inject
  public GrpcLifecycle(Instance<GrpcServer.Builder> builders) {
    this.builders = builders;
  }

  /** The server; empty where none was to be started, or it has been stopped. */
  public synchronized Optional<GrpcServer> server() {
    return Optional.ofNullable(server);
  }

  synchronized void start(
      @Observes @Initialized(ApplicationScoped.class) @Priority(Interceptor.Priority.LIBRARY_AFTER)
          Object application) {
    if (server == null && builders != null && !builders.isUnsatisfied()) {
      server = builders.get().start();
    }
  }

  synchronized void stop(
      @Observes
          @BeforeDestroyed(ApplicationScoped.class)
          @Priority(Interceptor.Priority.LIBRARY_BEFORE)
          Object application) {
    if (server != null) {
      server.stop();
      server = null;
    }
  }
}
