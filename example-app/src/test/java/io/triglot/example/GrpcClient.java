package io.triglot.example;

import com.google.protobuf.Timestamp;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.ClientInterceptor;
import io.grpc.Context;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import io.triglot.example.catalog.Product;
import io.triglot.example.catalog.proto.ProductRequest;
import io.triglot.example.catalog.proto.ProductServiceGrpc;
import io.triglot.example.catalog.proto.ProductsRequest;
import io.triglot.example.catalog.proto.RestockRequest;
import io.triglot.example.orders.Order;
import io.triglot.example.orders.OrderEvent;
import io.triglot.example.orders.OrderStatus;
import io.triglot.example.orders.proto.CreateOrderRequest;
import io.triglot.example.orders.proto.OrderEventsRequest;
import io.triglot.example.orders.proto.OrderEventsResponse;
import io.triglot.example.orders.proto.OrderServiceGrpc;
import io.triglot.example.orders.proto.OrdersRequest;
import io.triglot.example.orders.proto.UpdateOrderStatusRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A client of the rpcs, with the stubs that protoc makes of the published .proto files. */
final class GrpcClient implements ShopClient {
  private final ManagedChannel channel;
  private final ProductServiceGrpc.ProductServiceBlockingStub products;
  private final OrderServiceGrpc.OrderServiceBlockingStub orders;
  private final OrderServiceGrpc.OrderServiceStub streams;

  GrpcClient(int port, Optional<String> token) {
    channel =
        Grpc.newChannelBuilderForAddress("127.0.0.1", port, InsecureChannelCredentials.create())
            .intercept(credentials(token))
            .build();
    products = ProductServiceGrpc.newBlockingStub(channel);
    orders = OrderServiceGrpc.newBlockingStub(channel);
    streams = OrderServiceGrpc.newStub(channel);
  }

  @Override
  public List<Product> products(BigDecimal minPrice, BigDecimal maxPrice) {
    ProductsRequest.Builder request = ProductsRequest.newBuilder();
    if (minPrice != null) {
      request.setMinPrice(minPrice.toString());
    }
    if (maxPrice != null) {
      request.setMaxPrice(maxPrice.toString());
    }
    return call(() -> products.products(request.build())).getResultList().stream()
        .map(GrpcClient::product)
        .toList();
  }

  @Override
  public Product product(String id) {
    ProductRequest request = ProductRequest.newBuilder().setId(id).build();
    return product(call(() -> products.product(request)).getResult());
  }

  @Override
  public Product restock(String productId, int quantity) {
    RestockRequest request =
        RestockRequest.newBuilder().setProductId(productId).setQuantity(quantity).build();
    return product(call(() -> products.restock(request)).getResult());
  }

  @Override
  public List<Order> orders() {
    return call(() -> orders.orders(OrdersRequest.getDefaultInstance())).getResultList().stream()
        .map(GrpcClient::order)
        .toList();
  }

  @Override
  public Order createOrder(String productId, int quantity) {
    CreateOrderRequest.Builder request = CreateOrderRequest.newBuilder();
    request.getInputBuilder().setProductId(productId).setQuantity(quantity);
    return order(call(() -> orders.createOrder(request.build())).getResult());
  }

  @Override
  public Order updateOrderStatus(String orderId, OrderStatus status) {
    UpdateOrderStatusRequest request =
        UpdateOrderStatusRequest.newBuilder()
            .setOrderId(orderId)
            .setStatus(
                io.triglot.example.orders.proto.OrderStatus.valueOf(
                    "ORDER_STATUS_" + status.name()))
            .build();
    return order(call(() -> orders.updateOrderStatus(request)).getResult());
  }

  @Override
  public EventStream orderEvents() {
    EventStream stream = new EventStream();
    Context.CancellableContext context = Context.ROOT.withCancellation();
    context.run(
        () -> streams.orderEvents(OrderEventsRequest.getDefaultInstance(), new Events(stream)));
    return stream.onClose(() -> context.cancel(null));
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }

  /** The channel, for calls that no stub makes. */
  ManagedChannel channel() {
    return channel;
  }

  /** What a status with the details of the error model (google.rpc) tells. */
  static CallFailure failure(StatusRuntimeException refused) {
    com.google.rpc.Status status = StatusProto.fromThrowable(refused);
    String reason = "";
    Map<String, String> details = Map.of();
    List<String> fields = List.of();
    for (var detail : status.getDetailsList()) {
      try {
        if (detail.is(ErrorInfo.class)) {
          ErrorInfo info = detail.unpack(ErrorInfo.class);
          reason = info.getReason();
          details = info.getMetadataMap();
        } else if (detail.is(BadRequest.class)) {
          fields =
              detail.unpack(BadRequest.class).getFieldViolationsList().stream()
                  .map(BadRequest.FieldViolation::getField)
                  .toList();
        }
      } catch (com.google.protobuf.InvalidProtocolBufferException e) {
        throw new AssertionError(e);
      }
    }
    return new CallFailure(
        refused.getStatus().getCode().name(), reason, status.getMessage(), details, fields);
  }

  private static <T> T call(Supplier<T> rpc) {
    try {
      return rpc.get();
    } catch (StatusRuntimeException refused) {
      throw failure(refused);
    }
  }

  private static ClientInterceptor credentials(Optional<String> token) {
    Metadata headers = new Metadata();
    token.ifPresent(
        t ->
            headers.put(
                Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + t));
    return MetadataUtils.newAttachHeadersInterceptor(headers);
  }

  private static Product product(io.triglot.example.catalog.proto.Product message) {
    return new Product(
        message.getId(),
        message.getName(),
        new BigDecimal(message.getPrice()),
        message.getStock(),
        instant(message.getCreatedAt()));
  }

  private static Order order(io.triglot.example.orders.proto.Order message) {
    return new Order(
        message.getId(),
        message.getProductId(),
        message.getQuantity(),
        new BigDecimal(message.getTotalPrice()),
        status(message.getStatus()),
        instant(message.getCreatedAt()),
        message.getUserId(),
        message.getVersion());
  }

  private static OrderEvent event(io.triglot.example.orders.proto.OrderEvent message) {
    return new OrderEvent(
        order(message.getOrder()),
        message.hasPreviousStatus() ? status(message.getPreviousStatus()) : null,
        instant(message.getOccurredAt()));
  }

  private static OrderStatus status(io.triglot.example.orders.proto.OrderStatus status) {
    return OrderStatus.valueOf(status.name().substring("ORDER_STATUS_".length()));
  }

  private static Instant instant(Timestamp timestamp) {
    return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
  }

  /** Hands the events of a call on. */
  private record Events(EventStream stream) implements StreamObserver<OrderEventsResponse> {
    @Override
    public void onNext(OrderEventsResponse response) {
      stream.add(event(response.getResult()));
    }

    @Override
    public void onError(Throwable refused) {
      stream.fail(refused instanceof StatusRuntimeException status ? failure(status) : refused);
    }

    @Override
    public void onCompleted() {
      stream.end();
    }
  }
}
