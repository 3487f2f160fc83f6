package io.triglot.processor.backend.rest;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.backend.rest.ResourceMethod.Absent;
import io.triglot.processor.backend.rest.ResourceMethod.RequestBody;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Service;
import io.triglot.processor.testing.Models;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestLoweringTest {
  /** A method of a service named OrderService, and what becomes of it. */
  private static final String TABLE =
      """
      List<Order> orders()                                      | GET /orders 200
      List<Order> listOrders(@Nullable OrderStatus status)      | GET /orders ?status 200
      List<Order> findAll()                                     | GET /orders 200
      List<Order> findOrdersByStatus(OrderStatus status)        | GET /orders/by-status ?status 200
      Order order(String id)                                    | GET /orders/{id} 200
      @Nullable Order getOrder(String orderId)                  | GET /orders/{orderId} 200 404
      Optional<Order> findOrderById(UUID id)                    | GET /orders/{id} 200 404
      Optional<Order> findLatestOrder()                         | GET /orders/latest 200 204
      CompletionStage<Order> getOrder(long id, boolean deep)    | GET /orders/{id} ?deep 200
      Map<String, Order> getOrdersByCustomer(List<String> names) | GET /orders/by-customer ?names 200
      List<OrderItem> orderItems(String orderId)                | GET /order-items ?orderId 200
      List<String> getHistory(String orderId)                   | GET /orders/{orderId}/history 200
      long countOrders()                                        | GET /orders/count 200
      boolean isOpen(String id)                                 | GET /orders/{id}/is-open 200
      Shop getShop()                                            | GET /shop 200
      Category category(String id)                              | GET /categories/{id} 200
      Order createOrder(OrderInput input)                       | POST /orders input 201
      Order create(OrderInput input)                            | POST /orders input 201
      Order createOrder(CreateOrder command)                    | POST /orders command 201
      Order createOrder(String customer, OrderInput input)      | POST /orders {customer,input} 201
      @Nullable Order createOrder(OrderInput input)             | POST /orders input 200 204
      OrderItem createOrderItem(String orderId)                 | POST /order-items {orderId} 200
      Order updateOrder(String id, OrderInput input)            | PUT /orders/{id} input 200
      Order replaceOrder(String orderId, @Nullable Order order) | PUT /orders/{orderId} order 200
      Order patchOrder(String id, OrderInput input)             | PATCH /orders/{id} input 200
      void updateOrders(OrderInput input)                       | POST /orders/update input 204
      void deleteOrder(String id)                               | DELETE /orders/{id} 204
      CompletionStage<Void> delete(UUID orderId, boolean now)   | DELETE /orders/{orderId} ?now 204
      void deleteOrders(List<String> ids)                       | POST /orders/delete {ids} 204
      Order updateOrderStatus(String orderId, OrderStatus status) \
      | POST /orders/{orderId}/update-status {status} 200
      Order placeOrder(OrderInput input)                        | POST /orders/place input 200
      void cancelOrder(String id, CallContext context)          | POST /orders/{id}/cancel 204
      void sendURLReport(Set<String> to)                        | POST /orders/send-url-report {to} 204
      Flow.Publisher<Order> orderEvents(@Nullable String id)    | GET /order-events ?id 200
      Flow.Publisher<Order> watch()                             | GET /watch 200
      @At("GET /shops/{shopId}/orders/{id}") Order find(String id, int shopId) \
      | GET /shops/{shopId}/orders/{id} 200
      @At("POST /shops/{shop}/orders") Order createOrder(String shop) | POST /shops/{shop}/orders 201
      @At("POST /") Order createOrder()                         | POST / 200
      @At(value = "POST /search", kind = OperationKind.QUERY) List<Order> search(OrderInput filter) \
      | POST /search filter 200
      """;

  private static final String TYPES =
      """
      package com.acme;

      @org.jspecify.annotations.NullMarked
      public class Types {
        public enum OrderStatus { PENDING }
        public record Order(String id, OrderStatus status) {}
        public record OrderItem(String name) {}
        public record OrderInput(int quantity) {}
        public record CreateOrder(int quantity) {}
        public record Category(String id) {}
        public record Shop(String name) {}
      }
      """;

  private static final String SERVICE =
      """
      package com.acme;

      import com.acme.Types.*;
      import io.triglot.*;
      import io.triglot.runtime.*;
      import java.util.*;
      import java.util.concurrent.*;
      import org.jspecify.annotations.*;

      @NullMarked
      public interface Case%dService {
        %s;
      }
      """;

  @TempDir Path directory;

  @Test
  void derivesRoutesBindingsAndStatusesFromSignatures() {
    List<String> lines = TABLE.lines().toList();
    List<String> sources = new ArrayList<>(List.of(TYPES));
    for (int i = 0; i < lines.size(); i++) {
      String signature = lines.get(i).split("\\|")[0].strip();
      String annotated =
          signature.startsWith("@At")
              ? signature.replaceFirst("@At", "@ApiOperation")
              : "@ApiOperation " + signature;
      sources.add(SERVICE.formatted(i + 100, annotated));
    }

    ApiModel model = Models.read(directory, sources.toArray(String[]::new));

    assertThat(
            model.services().stream()
                .map(service -> lower(model, service))
                .map(RestLoweringTest::shown))
        .containsExactlyElementsOf(
            lines.stream().map(line -> line.split("\\|")[1].strip()).toList());
  }

  @Test
  void spellsAPathOfAServiceInOneWay() {
    RestTree tree =
        RestLowering.lower(
            Models.read(
                directory,
                """
                package com.acme;

                import io.triglot.*;

                @ApiService(path = "/shop")
                public interface OrderService {
                  @ApiOperation("GET /orders/{number}")
                  String find(String number);

                  @ApiOperation("DELETE /orders/{id}")
                  void deleteOrder(String id);
                }
                """));

    assertThat(tree.methods().map(RestLoweringTest::shown))
        .containsExactly("DELETE /shop/orders/{id} 204", "GET /shop/orders/{id} 200 404");
    assertThat(tree.methods().map(method -> method.pathVariables().get(0).parameter().get().name()))
        .containsExactly("id", "number");
  }

  /** Lowers a service with one operation as if it were the only one, and named OrderService. */
  private static ResourceMethod lower(ApiModel model, Service service) {
    Service renamed =
        new Service(
            service.javaName(),
            "OrderService",
            service.version(),
            service.exact(),
            service.path(),
            service.adoption(),
            service.interfaces(),
            service.operations(),
            service.batchFields(),
            service.entities(),
            service.doc(),
            service.deprecation(),
            service.origin());
    return RestLowering.lower(new ApiModel(List.of(renamed), model.types(), model.errors()))
        .methods()
        .findFirst()
        .orElseThrow();
  }

  /** The route, what the query and the body carry, and the statuses of success. */
  private static String shown(ResourceMethod method) {
    StringBuilder shown = new StringBuilder(method.route());
    method.queryParameters().forEach(parameter -> shown.append(" ?").append(parameter.name()));
    if (method.body() instanceof RequestBody.Whole whole) {
      shown.append(' ').append(whole.parameter().name());
    } else if (method.body() instanceof RequestBody.Properties properties) {
      shown.append(
          properties.parameters().stream().map(Parameter::name).collect(joining(",", " {", "}")));
    }
    shown.append(method.isVoid() ? " 204" : " " + method.status());
    if (method.success().absent() != Absent.NEVER) {
      shown.append(method.success().absent() == Absent.NOT_FOUND ? " 404" : " 204");
    }
    return shown.toString();
  }
}
