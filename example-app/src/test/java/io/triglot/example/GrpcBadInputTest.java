package io.triglot.example;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.triglot.example.catalog.proto.ProductServiceGrpc;
import io.triglot.example.catalog.proto.ProductsRequest;
import io.triglot.example.orders.proto.CreateOrderRequest;
import io.triglot.example.orders.proto.OrderServiceGrpc;
import io.triglot.example.orders.proto.UpdateOrderStatusRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GrpcBadInputTest {
  @RegisterExtension final RunningShop shop = new RunningShop();

  private GrpcClient client;

  @BeforeEach
  void connect() {
    client =
        shop.closedAtTheEnd(
            new GrpcClient(shop.shop().grpcPort(), Optional.of(RunningShop.token("alice"))));
  }

  @Test
  void refusesBytesThatAreNoMessage() {
    String createOrder = OrderServiceGrpc.getCreateOrderMethod().getFullMethodName();

    for (String bytes : new String[] {"\n\u007f", "\u0000", "\n\u0003\n\u0001\u00ff"}) {
      CallFailure failure = failureOf(createOrder, ByteString.copyFrom(bytes, ISO_8859_1));

      assertThat(failure.code()).isEqualTo("INVALID_ARGUMENT");
    }
  }

  @Test
  void refusesAMissingMessage() {
    CallFailure failure =
        failureOf(
            OrderServiceGrpc.getCreateOrderMethod().getFullMethodName(),
            CreateOrderRequest.getDefaultInstance().toByteString());

    assertThat(failure.code()).isEqualTo("INVALID_ARGUMENT");
    assertThat(failure.fields()).containsExactly("input");
  }

  @Test
  void refusesANumberThatIsNone() {
    CallFailure failure =
        failureOf(
            ProductServiceGrpc.getProductsMethod().getFullMethodName(),
            ProductsRequest.newBuilder().setMinPrice("cheap").build().toByteString());

    assertThat(failure.code()).isEqualTo("INVALID_ARGUMENT");
    assertThat(failure.fields()).containsExactly("minPrice");
  }

  @Test
  void refusesAnEnumNumberThatDoesNotExist() {
    CallFailure failure =
        failureOf(
            OrderServiceGrpc.getUpdateOrderStatusMethod().getFullMethodName(),
            UpdateOrderStatusRequest.newBuilder()
                .setOrderId("1")
                .setStatusValue(99)
                .build()
                .toByteString());

    assertThat(failure.code()).isEqualTo("INVALID_ARGUMENT");
    assertThat(failure.fields()).containsExactly("status");
  }

  @Test
  void answersUnimplementedWhereThereIsNoSuchMethod() {
    assertThat(failureOf("triglot.example.orders.v1.OrderService/Nothing", ByteString.EMPTY).code())
        .isEqualTo("UNIMPLEMENTED");
    assertThat(failureOf("triglot.example.orders.v1.Nothing/Orders", ByteString.EMPTY).code())
        .isEqualTo("UNIMPLEMENTED");
  }

  @Test
  void answersResourceExhaustedToAMessageThatIsTooLarge() {
    CreateOrderRequest.Builder request = CreateOrderRequest.newBuilder();
    request.getInputBuilder().setProductId("1".repeat(5_000_000)).setQuantity(1);

    assertThat(
            failureOf(
                    OrderServiceGrpc.getCreateOrderMethod().getFullMethodName(),
                    request.build().toByteString())
                .code())
        .isEqualTo("RESOURCE_EXHAUSTED");
  }

  /** What the shop says of bytes that are sent as they are; nothing else must come of them. */
  private CallFailure failureOf(String method, ByteString request) {
    MethodDescriptor<byte[], byte[]> raw =
        MethodDescriptor.<byte[], byte[]>newBuilder()
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName(method)
            .setRequestMarshaller(new Bytes())
            .setResponseMarshaller(new Bytes())
            .build();
    StatusRuntimeException refused =
        catchThrowableOfType(
            StatusRuntimeException.class,
            () ->
                ClientCalls.blockingUnaryCall(
                    client.channel(), raw, CallOptions.DEFAULT, request.toByteArray()));
    assertThat(client.orders()).isEmpty();
    assertThat(client.product("1").stock()).isEqualTo(15);
    return GrpcClient.failure(refused);
  }

  /** Bytes as they are. */
  private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
