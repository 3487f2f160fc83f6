package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.triglot.processor.testing.CompilerKind;
import io.triglot.runtime.Api;
import io.triglot.runtime.graphql.GraphQlEndpoint;
import io.triglot.runtime.grpc.GrpcEndpoint;
import io.triglot.runtime.rest.RestEndpoint;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no compilation has seen together is compared when it is bound to one API. */
class SeparateServicesTest {
  @TempDir Path directory;

  @Test
  void haveNoRouteInCommon() throws ReflectiveOperationException {
    Api api = api("/orders/{id}", "getOrder", "Order", "/orders/{number}", "getBill", "Bill", "");

    assertThatIllegalStateException()
        .isThrownBy(() -> RestEndpoint.of(api))
        .withMessage(
            "GET /orders/{number} is the route of both Shop.getOrder and Billing.getBill."
                + " Give one of them another path.");
  }

  @Test
  void haveNoFieldInCommon() throws ReflectiveOperationException {
    Api api = api("/a/{id}", "getOrder", "Order", "/b/{id}", "getOrder", "Bill", "");

    assertThatIllegalStateException()
        .isThrownBy(() -> GraphQlEndpoint.of(api))
        .withMessageContaining("com.acme.Shop")
        .withMessageContaining("com.acme.Billing")
        .withMessageContaining("the GraphQL field Query.getOrder. Give one of them another name.");
  }

  @Test
  void haveNoTypeInCommonThatIsTwoClasses() throws ReflectiveOperationException {
    Api api = api("/a/{id}", "getOrder", "Order", "/b/{id}", "getBill", "Shop.Order", "");

    assertThatIllegalStateException()
        .isThrownBy(() -> GraphQlEndpoint.of(api))
        .withMessageContaining("the GraphQL type Order. Give one of them another name.");
  }

  @Test
  void haveNoSchemaInCommonThatIsTwo() throws ReflectiveOperationException {
    Api same = api("/a/{id}", "getOrder", "Order", "/b/{id}", "getBill", "Shop.Order", "");
    assertThat(RestEndpoint.of(same).openApi()).contains("\"Order\"");

    Api two = api("/a/{id}", "getOrder", "Order", "/b/{number}", "getBill", "Shop.Order", "");
    assertThatIllegalStateException()
        .isThrownBy(() -> RestEndpoint.of(two).openApi())
        .withMessageContaining("different schemas of the name Order in OpenAPI.");
  }

  @Test
  void haveDifferentNamesOnGrpc() throws ReflectiveOperationException {
    Api api =
        api(
            "/a/{id}",
            "getOrder",
            "Order",
            "/b/{id}",
            "getBill",
            "Bill",
            "@io.triglot.ApiName(protobuf = \"ShopService\")");

    assertThatIllegalStateException()
        .isThrownBy(() -> GrpcEndpoint.of(api))
        .withMessage(
            "Both com.acme.Shop and com.acme.Billing are the gRPC service acme.v1.ShopService."
                + " Give one of them another name.");
  }

  private Api api(
      String route,
      String method,
      String type,
      String otherRoute,
      String otherMethod,
      String otherType,
      String annotation)
      throws ReflectiveOperationException {
    return Api.of(
        service("one", "Shop", route, method, type, ""),
        service(
            "other",
            "Billing",
            otherRoute,
            otherMethod,
            otherType.substring(otherType.indexOf('.') + 1),
            annotation));
  }

  private Object service(
      String folder, String name, String route, String method, String type, String annotation)
      throws ReflectiveOperationException {
    return CompilerKind.JAVAC
        .in(directory.resolve(folder))
        .compile(
            """
            package com.acme;

            import io.triglot.ApiOperation;
            import org.jspecify.annotations.NullMarked;

            @NullMarked
            %3$s
            public class %4$s {
              public record %1$s(String %2$s) {}

              @ApiOperation("GET %5$s")
              public %1$s %6$s(String %2$s) { return new %1$s(""); }
            }
            """
                .formatted(
                    type, route.replaceAll(".*\\{|}.*", ""), annotation, name, route, method))
        .requireSuccess()
        .load("com.acme." + name)
        .getConstructor()
        .newInstance();
  }
}
