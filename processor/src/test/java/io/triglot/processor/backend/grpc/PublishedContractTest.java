package io.triglot.processor.backend.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.util.JsonFormat;
import graphql.ExecutionInput;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.types.EveryProtocol;
import io.triglot.runtime.Api;
import io.triglot.runtime.graphql.GraphQlEndpoint;
import io.triglot.runtime.grpc.GrpcEndpoint;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A service can match contracts that others have published, with the names that these have. */
class PublishedContractTest {
  private static final String PUBLISHED =
      """
      syntax = "proto3";

      package legacy.shop;

      import "common.proto";

      service OrderAPI {
        rpc fetch_order(OrderQuery) returns (OrderMsg);
        rpc search(search_in) returns (search_out);
        rpc drop(OrderQuery) returns (dropped);
      }

      message OrderQuery {
        string orderNo = 7;
      }

      message OrderMsg {
        string orderNo = 1;
        State state = 5;
        legacy.common.Cash total_cash = 9;
      }

      message search_in {
        repeated State in_states = 4;
      }

      message search_out {
        repeated OrderMsg hits = 3;
      }

      message dropped {}

      enum State {
        NEW = 0;
        PAID = 10;
        gone = 20;
      }
      """;
  private static final String PUBLISHED_CASH =
      """
      syntax = "proto3";

      package legacy.common;

      message Cash {
        int64 cents = 2;
      }
      """;

  private static final String[] SOURCES = {
    """
    @ApiName(protobuf = "legacy.shop")
    @NullMarked
    package com.acme.shop;

    import io.triglot.ApiName;
    import org.jspecify.annotations.NullMarked;
    """,
    """
    package com.acme.shop;

    import io.triglot.ApiField;
    import io.triglot.ApiName;

    @ApiName(protobuf = "State", graphql = "orderState", openapi = "order-state")
    public enum OrderStatus {
      @ApiName(protobuf = "PAID", graphql = "paid") @ApiField(number = 10) PAYMENT_RECEIVED,
      @ApiName(protobuf = "gone") @ApiField(number = 20) SHIPPED,
      @ApiName(protobuf = "NEW") @ApiField(number = 0) CREATED
    }
    """,
    """
    package com.acme.shop;

    import io.triglot.ApiField;
    import io.triglot.ApiName;

    @ApiName(protobuf = "legacy.common.Cash", graphql = "Cash", openapi = "Cash_v1")
    public record Money(@ApiField(number = 2) @ApiName(graphql = "in_cents") long cents) {}
    """,
    """
    package com.acme.shop;

    import io.triglot.ApiField;
    import io.triglot.ApiName;

    @ApiName(protobuf = "OrderMsg", graphql = "OrderGQL", graphqlInput = "order_in")
    public record Order(
        @ApiName(protobuf = "orderNo", graphql = "no") String number,
        @ApiField(number = 5) OrderStatus state,
        @ApiName(protobuf = "total_cash") @ApiField(number = 9) Money total) {}
    """,
    """
    package com.acme.shop;

    import io.triglot.ApiField;
    import io.triglot.ApiName;

    public record OrderQuery(
        @ApiName(protobuf = "orderNo") @ApiField(number = 7) String number) {}
    """,
    """
    package com.acme.shop;

    import io.triglot.ApiField;
    import io.triglot.ApiName;
    import io.triglot.ApiOperation;
    import java.util.List;

    @ApiName(protobuf = "OrderAPI", openapi = "Orders")
    public class OrderService {
      private static final Order ORDER =
          new Order("A1", OrderStatus.PAYMENT_RECEIVED, new Money(950));

      @ApiOperation("POST /orders/query")
      @ApiName(protobuf = "fetch_order", request = "OrderQuery", response = "OrderMsg")
      public Order findOrder(OrderQuery query) {
        return new Order(query.number(), OrderStatus.CREATED, new Money(7));
      }

      @ApiOperation("GET /orders")
      @ApiField(name = "hits", number = 3)
      @ApiName(
          protobuf = "search",
          request = "search_in",
          response = "search_out",
          graphql = "all_orders",
          openapi = "listOrders")
      public List<Order> orders(
          @ApiField(number = 4)
              @ApiName(protobuf = "in_states", graphql = "states_in", openapi = "order-state")
              List<OrderStatus> states) {
        return states.contains(OrderStatus.PAYMENT_RECEIVED) ? List.of(ORDER) : List.of();
      }

      @ApiOperation("POST /orders/drop")
      @ApiName(protobuf = "drop", request = "OrderQuery", response = "dropped")
      public void dropOrder(OrderQuery query) {}

      @ApiOperation("POST /orders")
      public Order createOrder(Order order) {
        return order;
      }
    }
    """
  };

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void speaksWhatAPublishedProtoFileSays(CompilerKind kind) throws Exception {
    Compilation compilation = kind.in(directory).compile(SOURCES).requireSuccess();
    Object service = compilation.load("com.acme.shop.OrderService").getConstructor().newInstance();
    FileDescriptor published = published();
    ServerServiceDefinition definition =
        GrpcEndpoint.of(Api.of(service)).services().stream()
            .filter(each -> each.getServiceDescriptor().getName().equals("legacy.shop.OrderAPI"))
            .findFirst()
            .orElseThrow();
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
            .addService(definition)
            .build()
            .start();
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", server.getPort()).usePlaintext().build();
    try {
      assertThat(call(channel, published, "fetch_order", "{\"orderNo\": \"B2\"}"))
          .isEqualTo("{\"orderNo\":\"B2\",\"totalCash\":{\"cents\":\"7\"}}");
      assertThat(call(channel, published, "search", "{\"inStates\": [\"PAID\", \"gone\"]}"))
          .isEqualTo(
              "{\"hits\":[{\"orderNo\":\"A1\",\"state\":\"PAID\","
                  + "\"totalCash\":{\"cents\":\"950\"}}]}");
      assertThat(call(channel, published, "search", "{}")).isEqualTo("{}");
      assertThat(call(channel, published, "drop", "{\"orderNo\": \"B2\"}")).isEqualTo("{}");
    } finally {
      channel.shutdownNow();
      server.shutdownNow();
    }
  }

  @Test
  void emitsTheNamesAsTheyAreWritten() {
    Compilation compilation = CompilerKind.JAVAC.in(directory).compile(SOURCES).requireSuccess();

    assertThat(compilation.resource("legacy/shop/order_api.proto"))
        .contains(
            "package legacy.shop;",
            "service OrderAPI {",
            "rpc fetch_order(OrderQuery) returns (OrderMsg)",
            "rpc search(search_in) returns (search_out)",
            "repeated State in_states = 4;",
            "repeated OrderMsg hits = 3;",
            "message dropped {}");
    assertThat(compilation.resource("legacy/shop/state.proto"))
        .contains("enum State {\n  NEW = 0;\n  PAID = 10;\n  gone = 20;\n}");
    assertThat(compilation.resource("legacy/common/cash.proto"))
        .contains("package legacy.common;", "int64 cents = 2;");
    assertThat(compilation.resource("META-INF/triglot/schema.graphqls"))
        .contains(
            "all_orders(states_in: [orderState!]!): [OrderGQL!]!",
            "type OrderGQL {\n  no: String!\n",
            "input order_in {",
            "enum orderState {\n  paid\n  SHIPPED\n",
            "type Cash {\n  in_cents: Long!");
    assertThat(compilation.resource("META-INF/triglot/openapi.json"))
        .contains(
            "\"Cash_v1\"",
            "\"order-state\": {",
            "\"name\": \"order-state\"",
            "\"operationId\": \"listOrders\"",
            "\"name\": \"Orders\"");
  }

  @Test
  void answersGraphQlUnderTheNames() throws ReflectiveOperationException {
    Compilation compilation = CompilerKind.JAVAC.in(directory).compile(SOURCES).requireSuccess();
    GraphQlEndpoint graphQl =
        GraphQlEndpoint.of(
            Api.of(compilation.load("com.acme.shop.OrderService").getConstructor().newInstance()));

    assertThat(
            graphQl
                .execute(
                    ExecutionInput.newExecutionInput(
                            "{ all_orders(states_in: [paid]) { no state total { in_cents } } }")
                        .build())
                .toSpecification())
        .isEqualTo(
            Map.of(
                "data",
                Map.of(
                    "all_orders",
                    List.of(
                        Map.of("no", "A1", "state", "paid", "total", Map.of("in_cents", 950L))))));
    assertThat(
            graphQl
                .execute(
                    ExecutionInput.newExecutionInput(
                            "mutation($o: order_in!) { createOrder(order: $o) { no state } }")
                        .variables(
                            Map.of(
                                "o",
                                Map.of(
                                    "no",
                                    "C3",
                                    "state",
                                    "SHIPPED",
                                    "total",
                                    Map.of("in_cents", 1))))
                        .build())
                .toSpecification())
        .isEqualTo(Map.of("data", Map.of("createOrder", Map.of("no", "C3", "state", "SHIPPED"))));
  }

  @Test
  void answersRestUnderTheNames() throws ReflectiveOperationException {
    Compilation compilation = CompilerKind.JAVAC.in(directory).compile(SOURCES).requireSuccess();
    try (EveryProtocol api =
        EveryProtocol.of(
            compilation.load("com.acme.shop.OrderService").getConstructor().newInstance())) {
      assertThat(api.rest("GET", "/orders?order-state=PAYMENT_RECEIVED", "").toString())
          .isEqualTo(
              "[{\"number\":\"A1\",\"state\":\"PAYMENT_RECEIVED\",\"total\":{\"cents\":950}}]");
      assertThat(api.rest("GET", "/orders?states=PAYMENT_RECEIVED", "")).isEmpty();
    }
  }

  @Test
  void hasTheNamesOfTypesFromAnotherModule() {
    Compilation library =
        CompilerKind.JAVAC.in(directory.resolve("library")).compile(SOURCES).requireSuccess();

    Compilation used =
        CompilerKind.ECJ
            .in(directory.resolve("module"))
            .against(library.jar())
            .compile(
                """
                package com.acme.billing;

                import com.acme.shop.Order;
                import io.triglot.ApiOperation;
                import org.jspecify.annotations.NullMarked;

                @NullMarked
                public interface Billing {
                  @ApiOperation Order getOrder(String id);
                }
                """)
            .requireSuccess();

    assertThat(used.resource("legacy/shop/order_msg.proto"))
        .isEqualTo(library.resource("legacy/shop/order_msg.proto"));
    assertThat(used.resource("legacy/shop/state.proto"))
        .isEqualTo(library.resource("legacy/shop/state.proto"));
    assertThat(used.resource("META-INF/triglot/schema.graphqls")).contains("OrderGQL", "  paid\n");
  }

  private FileDescriptor published() throws IOException {
    Path root = Files.createDirectories(directory.resolve("published"));
    Files.writeString(root.resolve("shop.proto"), PUBLISHED);
    Files.writeString(root.resolve("common.proto"), PUBLISHED_CASH);
    return Protoc.compile(root).get("shop.proto");
  }

  private static String call(
      ManagedChannel channel, FileDescriptor published, String rpc, String request)
      throws Exception {
    MethodDescriptor method = published.findServiceByName("OrderAPI").findMethodByName(rpc);
    DynamicMessage.Builder message = DynamicMessage.newBuilder(method.getInputType());
    JsonFormat.parser().merge(request, message);
    return JsonFormat.printer()
        .omittingInsignificantWhitespace()
        .print(
            ClientCalls.blockingUnaryCall(
                channel,
                io.grpc.MethodDescriptor.newBuilder(
                        marshaller(method.getInputType()), marshaller(method.getOutputType()))
                    .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
                    .setFullMethodName("legacy.shop.OrderAPI/" + rpc)
                    .build(),
                CallOptions.DEFAULT,
                message.build()));
  }

  private static io.grpc.MethodDescriptor.Marshaller<DynamicMessage> marshaller(Descriptor type) {
    return ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(type));
  }
}
