package io.triglot.benchmarks.grpc;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import io.grpc.BindableService;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.triglot.benchmarks.grpc.proto.OrdersServiceGrpc;
import io.triglot.benchmarks.grpc.proto.PlaceOrderRequest;
import io.triglot.benchmarks.grpc.proto.PlaceOrderResponse;
import io.triglot.benchmarks.grpc.proto.UpdateStockRequest;
import io.triglot.benchmarks.grpc.proto.UpdateStockResponse;
import io.triglot.runtime.Api;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Calls from record to record, 64 at a time, over the loopback interface on one transport. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 3)
public class CallBenchmark {
  private static final int CALLS = 1_000;
  private static final int OUTSTANDING = 64;

  /** Which message goes there and back. */
  @Param({"big", "small"})
  public String data = "big";

  private final List<Server> servers = new ArrayList<>();
  private final List<ManagedChannel> channels = new ArrayList<>();
  private OrdersGrpcClient direct;
  private OrdersServiceGrpc.OrdersServiceFutureStub stub;
  private final Order order = Samples.order(false);
  private final Stock stock = Samples.stock();

  /** Starts a server for each service, of which each benchmark calls one. */
  @Setup
  public void start() throws IOException {
    Orders orders = new Orders();
    direct = OrdersGrpcClient.of(channel(new OrdersGrpc(orders, Api.of(orders).calls())));
    stub = OrdersServiceGrpc.newFutureStub(channel(new Mapped()));
  }

  private ManagedChannel channel(BindableService service) throws IOException {
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .directExecutor()
            .addService(service)
            .build()
            .start();
    servers.add(server);
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(server.getListenSockets().get(0))
            .usePlaintext()
            .directExecutor()
            .build();
    channels.add(channel);
    return channel;
  }

  /** Stops both. */
  @TearDown
  public void stop() {
    channels.forEach(ManagedChannel::shutdownNow);
    servers.forEach(Server::shutdownNow);
  }

  /** Our service and our client. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public void callDirect() throws InterruptedException {
    Semaphore free = new Semaphore(OUTSTANDING);
    for (int i = 0; i < CALLS; i++) {
      free.acquire();
      if (data.equals("big")) {
        direct.placeOrder(order).whenComplete((result, failure) -> free.release());
      } else {
        direct.updateStock(stock).whenComplete((result, failure) -> free.release());
      }
    }
    free.acquire(OUTSTANDING);
  }

  /** protoc's service and stub, and a mapping on both sides. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public void callMapped() throws InterruptedException {
    Semaphore free = new Semaphore(OUTSTANDING);
    for (int i = 0; i < CALLS; i++) {
      free.acquire();
      if (data.equals("big")) {
        ListenableFuture<PlaceOrderResponse> response =
            stub.placeOrder(
                PlaceOrderRequest.newBuilder().setOrder(Mapping.toMessage(order)).build());
        response.addListener(
            () -> {
              Mapping.toRecord(resultOf(response).getResult());
              free.release();
            },
            MoreExecutors.directExecutor());
      } else {
        ListenableFuture<UpdateStockResponse> response =
            stub.updateStock(
                UpdateStockRequest.newBuilder().setStock(Mapping.toMessage(stock)).build());
        response.addListener(
            () -> {
              Mapping.toRecord(resultOf(response).getResult());
              free.release();
            },
            MoreExecutors.directExecutor());
      }
    }
    free.acquire(OUTSTANDING);
  }

  private static <T> T resultOf(ListenableFuture<T> response) {
    try {
      return response.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a hand-written service does. */
  private static final class Mapped extends OrdersServiceGrpc.OrdersServiceImplBase {
    private final Orders orders = new Orders();

    @Override
    public void placeOrder(PlaceOrderRequest request, StreamObserver<PlaceOrderResponse> observer) {
      orders
          .placeOrder(Mapping.toRecord(request.getOrder()))
          .thenAccept(
              result -> {
                observer.onNext(
                    PlaceOrderResponse.newBuilder().setResult(Mapping.toMessage(result)).build());
                observer.onCompleted();
              });
    }

    @Override
    public void updateStock(
        UpdateStockRequest request, StreamObserver<UpdateStockResponse> observer) {
      orders
          .updateStock(Mapping.toRecord(request.getStock()))
          .thenAccept(
              result -> {
                observer.onNext(
                    UpdateStockResponse.newBuilder().setResult(Mapping.toMessage(result)).build());
                observer.onCompleted();
              });
    }
  }
}
