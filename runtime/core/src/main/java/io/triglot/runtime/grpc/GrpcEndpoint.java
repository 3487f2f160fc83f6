package io.triglot.runtime.grpc;

import io.grpc.BindableService;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallExecutorSupplier;
import io.grpc.ServerServiceDefinition;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import io.triglot.runtime.Api;
import io.triglot.runtime.BoundService;
import io.triglot.runtime.Failure;
import io.triglot.runtime.OperationDescriptor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * An API as gRPC services, for any server of grpc-java:
 *
 * <pre>{@code
 * GrpcEndpoint endpoint = GrpcEndpoint.of(api);
 * Server server =
 *     Grpc.newServerBuilderForPort(9090, InsecureServerCredentials.create())
 *         .addServices(endpoint.servicesWithReflectionAndHealth())
 *         .build();
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class GrpcEndpoint {
  private final List<ServerServiceDefinition> services;
  private final SortedMap<String, String> protoFiles;
  private final HealthStatusManager health = new HealthStatusManager();

  private GrpcEndpoint(Api api) {
    services = bound(api);
    SortedMap<String, String> files = new TreeMap<>();
    for (BoundService service : api.services()) {
      files.putAll(ProtoFragment.protoFiles(service.contract().fragment("grpc")));
    }
    protoFiles = Collections.unmodifiableSortedMap(files);
    serving(true);
  }

  /** The services; a server would take the last of several of one name without a word. */
  private static List<ServerServiceDefinition> bound(Api api) {
    Map<String, BoundService> owners = new HashMap<>();
    List<ServerServiceDefinition> bound = new ArrayList<>();
    for (BoundService service : api.services()) {
      service
          .binding("Grpc", BindableService.class, api.calls())
          .map(BindableService::bindService)
          .ifPresent(
              definition -> {
                String name = definition.getServiceDescriptor().getName();
                BoundService other = owners.putIfAbsent(name, service);
                if (other != null) {
                  throw new IllegalStateException(
                      "Both %s and %s are the gRPC service %s. Give one of them another name."
                          .formatted(other.type().getName(), service.type().getName(), name));
                }
                bound.add(definition);
              });
    }
    return List.copyOf(bound);
  }

  /**
   * The gRPC side of an API. Services that are not offered on gRPC have no part in it.
   *
   * @throws IllegalStateException when two services have the same name
   */
  public static GrpcEndpoint of(Api api) {
    return new GrpcEndpoint(api);
  }

  /** The API's own services, in the order in which they were bound. */
  public List<ServerServiceDefinition> services() {
    return services;
  }

  /**
   * The API's services with {@code grpc.reflection.v1.ServerReflection}, which tells clients such
   * as grpcurl what there is to call, and {@code grpc.health.v1.Health}.
   */
  public List<ServerServiceDefinition> servicesWithReflectionAndHealth() {
    List<ServerServiceDefinition> all = new ArrayList<>(services);
    all.add(ProtoReflectionServiceV1.newInstance().bindService());
    all.add(health.getHealthService().bindService());
    return List.copyOf(all);
  }

  /** What health checks are told from now on, of each service and of the server as a whole. */
  public void serving(boolean ready) {
    ServingStatus status = ready ? ServingStatus.SERVING : ServingStatus.NOT_SERVING;
    health.setStatus(HealthStatusManager.SERVICE_NAME_ALL_SERVICES, status);
    for (ServerServiceDefinition service : services) {
      health.setStatus(service.getServiceDescriptor().getName(), status);
    }
  }

  /**
   * What health checks are told from now on: that nothing is served any more. To be called before
   * the server shuts down, so that load balancers look elsewhere.
   */
  public void stopServing() {
    health.enterTerminalState();
  }

  /**
   * Chooses the thread of each call, for {@code ServerBuilder.callExecutor}: an operation that does
   * not block runs on the thread that received the call, all else on the executor.
   */
  public static ServerCallExecutorSupplier callExecutor(Executor blocking) {
    return new ServerCallExecutorSupplier() {
      @Override
      public <Q, P> @Nullable Executor getExecutor(ServerCall<Q, P> call, Metadata metadata) {
        boolean mayBlock =
            !(call.getMethodDescriptor().getSchemaDescriptor() instanceof RpcSchema schema)
                || schema.mayBlock();
        return mayBlock ? blocking : Runnable::run;
      }
    };
  }

  /**
   * What tells a caller that the host does not take its call, in the same form as any failure.
   *
   * @return a status with its trailers
   */
  public static StatusRuntimeException refusal(MethodDescriptor<?, ?> method, Failure failure) {
    String service = Objects.requireNonNullElse(method.getServiceName(), "");
    return StatusMapping.status(failure, service);
  }

  /** The operation behind an rpc of a service; empty for rpcs of others, such as reflection's. */
  public static Optional<OperationDescriptor> operation(MethodDescriptor<?, ?> method) {
    return method.getSchemaDescriptor() instanceof RpcSchema schema
        ? Optional.of(schema.operation())
        : Optional.empty();
  }

  /** The {@code .proto} files of the API by their import paths, such as {@code acme/shop.proto}. */
  public SortedMap<String, String> protoFiles() {
    return protoFiles;
  }
}
