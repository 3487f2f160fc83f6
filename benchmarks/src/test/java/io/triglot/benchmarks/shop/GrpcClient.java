package io.triglot.benchmarks.shop;

import com.google.protobuf.MessageLite;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.triglot.example.catalog.proto.ProductRequest;
import io.triglot.example.catalog.proto.ProductServiceGrpc;
import io.triglot.example.catalog.proto.ProductsRequest;
import io.triglot.example.orders.proto.CreateOrderRequest;
import io.triglot.example.orders.proto.OrderEventsRequest;
import io.triglot.example.orders.proto.OrderServiceGrpc;
import io.triglot.example.orders.proto.OrdersRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A client of the rpcs. A nested list is one call for the orders, and one per product. */
final class GrpcClient implements ShopClient {
  /** The server lets a connection have 128. */
  private static final int STREAMS_PER_CONNECTION = 100;

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final List<ManagedChannel> channels = new ArrayList<>();
  private final AtomicInteger next = new AtomicInteger();
  private final String authorization;

  GrpcClient(ShopAddress shop, int inFlight) {
    authorization = "Bearer " + shop.token();
    for (int i = 0; i <= inFlight / STREAMS_PER_CONNECTION; i++) {
      channels.add(
          NettyChannelBuilder.forAddress(
                  "127.0.0.1", shop.grpcPort(), InsecureChannelCredentials.create())
              .directExecutor()
              .build());
    }
  }

  @Override
  public CompletableFuture<Void> call(Operation operation) {
    return switch (operation) {
      case READ_ONE -> product(Goods.anyProduct());
      case LIST ->
          send(
              ProductServiceGrpc.getProductsMethod(),
              ProductsRequest.newBuilder()
                  .setMinPrice(Goods.MIN_PRICE)
                  .setMaxPrice(Goods.MAX_PRICE)
                  .build());
      case NESTED_LIST ->
          send(OrderServiceGrpc.getOrdersMethod(), OrdersRequest.getDefaultInstance())
              .thenCompose(orders -> orderedProducts());
      case CREATE_ORDER -> {
        CreateOrderRequest.Builder request = CreateOrderRequest.newBuilder();
        request.getInputBuilder().setProductId(Goods.anyProduct()).setQuantity(1);
        yield send(OrderServiceGrpc.getCreateOrderMethod(), request.build());
      }
    };
  }

  @Override
  public OpenStream events(StreamListener listener) {
    ClientCall<byte[], byte[]> call = newCall(OrderServiceGrpc.getOrderEventsMethod());
    start(
        call,
        OrderEventsRequest.getDefaultInstance(),
        new ClientCall.Listener<>() {
          @Override
          public void onMessage(byte[] message) {
            listener.event();
            call.request(1);
          }

          @Override
          public void onClose(Status status, Metadata trailers) {
            if (status.getCode() != Status.Code.CANCELLED) {
              listener.ended(status.asException());
            }
          }
        });
    return () -> call.cancel("cancelled", null);
  }

  @Override
  public void close() {
    channels.forEach(ManagedChannel::shutdownNow);
    try {
      for (ManagedChannel channel : channels) {
        channel.awaitTermination(10, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private CompletableFuture<Void> product(String id) {
    return send(
        ProductServiceGrpc.getProductMethod(), ProductRequest.newBuilder().setId(id).build());
  }

  private CompletableFuture<Void> orderedProducts() {
    CompletableFuture<?>[] products = new CompletableFuture<?>[Goods.ORDERED_PRODUCTS];
    for (int i = 0; i < products.length; i++) {
      products[i] = product(Goods.product(i));
    }
    return ShopClient.all(products);
  }

  private CompletableFuture<Void> send(MethodDescriptor<?, ?> method, MessageLite request) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    start(
        newCall(method),
        request,
        new ClientCall.Listener<>() {
          @Override
          public void onClose(Status status, Metadata trailers) {
            if (status.isOk()) {
              done.complete(null);
            } else {
              done.completeExceptionally(status.asException());
            }
          }
        });
    return done;
  }

  private ClientCall<byte[], byte[]> newCall(MethodDescriptor<?, ?> method) {
    MethodDescriptor<byte[], byte[]> bytes =
        method.toBuilder(Bytes.INSTANCE, Bytes.INSTANCE).build();
    int channel = Math.floorMod(next.getAndIncrement(), channels.size());
    CallOptions options = CallOptions.DEFAULT;
    return channels
        .get(channel)
        .newCall(
            bytes,
            method.getType() == MethodDescriptor.MethodType.UNARY
                ? options.withDeadlineAfter(60, TimeUnit.SECONDS)
                : options);
  }

  private void start(
      ClientCall<byte[], byte[]> call, MessageLite request, ClientCall.Listener<byte[]> listener) {
    Metadata headers = new Metadata();
    headers.put(AUTHORIZATION, authorization);
    call.start(listener, headers);
    call.request(2);
    call.sendMessage(request.toByteArray());
    call.halfClose();
  }
}
