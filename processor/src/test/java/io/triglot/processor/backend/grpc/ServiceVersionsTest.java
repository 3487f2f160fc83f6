package io.triglot.processor.backend.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.backend.rest.JerseyHost;
import io.triglot.processor.backend.rest.RestHost;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.TestCompiler;
import io.triglot.runtime.Api;
import io.triglot.runtime.rest.RestEndpoint;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two versions of a service run side by side. */
class ServiceVersionsTest {
  private static final String OLDER =
      """
      package com.acme.shop.v1;

      import io.triglot.ApiOperation;
      import io.triglot.ApiRestDeprecated;
      import io.triglot.ApiService;
      import io.triglot.runtime.Protocol;
      import org.jspecify.annotations.NullMarked;

      @NullMarked
      @ApiRestDeprecated(since = "2026-01-15", sunset = "2026-12-31")
      @ApiService(version = "v1", protocols = {Protocol.REST, Protocol.GRPC})
      public class ProductService {
        public record Product(String id, String name) {}

        @ApiOperation
        public Product product(String id) {
          return new Product(id, "Tea");
        }
      }
      """;

  private static final String NEWER =
      """
      package com.acme.shop.v2;

      import io.triglot.ApiOperation;
      import io.triglot.ApiService;
      import java.util.List;
      import org.jspecify.annotations.NullMarked;

      @NullMarked
      @ApiService(version = "v2", path = "/shop")
      public class ProductService {
        public record Product(String id, String title, int stock) {}

        @ApiOperation
        public Product product(String id) {
          return new Product(id, "Tea", 3);
        }

        @ApiOperation
        public List<Product> products() {
          return List.of();
        }

        @ApiOperation
        public Product createProduct(Product product) {
          return product;
        }
      }
      """;

  private static final String SCHEMA = "META-INF/triglot/schema.graphqls";

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void areBelowTheirPathsOnRest(CompilerKind compiler) throws Exception {
    Compilation both = compiler.in(directory).compile(OLDER, NEWER).requireSuccess();
    RestEndpoint endpoint =
        RestEndpoint.of(
            Api.of(
                GrpcFixture.instance(both, "com.acme.shop.v1.ProductService"),
                GrpcFixture.instance(both, "com.acme.shop.v2.ProductService")));

    try (RestHost host = JerseyHost.start(endpoint, 10_000)) {
      HttpResponse<String> older = send(host, "GET", "v1/products/7", "");
      HttpResponse<String> newer = send(host, "GET", "v2/shop/products/7", "");
      HttpResponse<String> created =
          send(host, "POST", "v2/shop/products", "{\"id\":\"8\",\"title\":\"x\",\"stock\":1}");

      assertThat(older.body()).isEqualTo("{\"id\":\"7\",\"name\":\"Tea\"}");
      assertThat(older.headers().firstValue("Deprecation")).contains("@1768435200");
      assertThat(older.headers().firstValue("Sunset")).contains("Thu, 31 Dec 2026 00:00:00 GMT");
      assertThat(newer.body()).isEqualTo("{\"id\":\"7\",\"title\":\"Tea\",\"stock\":3}");
      assertThat(newer.headers().firstValue("Deprecation")).isEmpty();
      assertThat(created.statusCode()).isEqualTo(201);
      assertThat(created.headers().firstValue("Location").orElseThrow())
          .endsWith("/v2/shop/products/8");
    }
    assertThat(endpoint.openApi().replaceAll("\\s+", ""))
        .contains("\"/v1/products/{id}\":{", "\"/v2/shop/products/{id}\":{")
        .contains("\"operationId\":\"ProductService.product\"")
        .contains("\"operationId\":\"ProductServiceV2.product\"")
        .contains("\"Product\":{", "\"ProductV2\":{");
  }

  @ParameterizedTest
  @EnumSource
  void areInPackagesOfTheirOwnOnGrpc(CompilerKind compiler) {
    Compilation both = compiler.in(directory).compile(OLDER, NEWER).requireSuccess();

    try (GrpcFixture shop =
        GrpcFixture.of(
            both,
            "com.acme.shop.v1.ProductService",
            api -> api.service(GrpcFixture.instance(both, "com.acme.shop.v2.ProductService")))) {
      assertThat(shop.call("acme.shop.v1.ProductService/Product", "id: '7'"))
          .contains("name: \"Tea\"");
      assertThat(shop.call("acme.shop.v2.ProductService/Product", "id: '7'"))
          .contains("title: \"Tea\"");
    }
  }

  @Test
  void areOneOnGraphQl() {
    TestCompiler compiler = TestCompiler.javac(directory);
    Compilation both = compiler.compile(OLDER, NEWER).requireSuccess();
    String schema = both.resource(SCHEMA);

    assertThat(schema).contains("type ProductV2 {").doesNotContain("type Product {");
    assertThat(compiler.compile(NEWER).requireSuccess().resource(SCHEMA)).isEqualTo(schema);

    Compilation clash = compiler.compile(OLDER.replaceFirst(", protocols = .*\\)", ")"), NEWER);
    assertThat(String.join("\n", clash.diagnostics())).contains("[TriglotGraphQlDuplicateField]");
  }

  @Test
  void areVersionsAsTheirPackagesSay() {
    assertRefused(
        NEWER.replace("version = \"v2\"", "version = \"2\""),
        "\"2\", the version of ProductService, is none. Write v1, v2, or v2beta1.");
    assertRefused(
        NEWER.replace("version = \"v2\"", "version = \"v3\""),
        "ProductService is version v3 of a service, but its package com.acme.shop.v2 does not end"
            + " so. Put it, and the types of that version, into com.acme.shop.v3.");
    assertRefused(NEWER.replace("com.acme.shop.v2", "com.acme.shop"), "into com.acme.shop.v2.");
    assertThat(
            TestCompiler.javac(directory)
                .compile(OLDER.replace("com.acme.shop.v1", "com.acme.shop"))
                .requireSuccess()
                .generatedSources())
        .containsKey("com/acme/shop/ProductServiceRoutes.java");
  }

  private void assertRefused(String source, String problem) {
    Compilation refused = TestCompiler.javac(directory).compile(source);

    assertThat(refused.success()).isFalse();
    assertThat(List.copyOf(refused.diagnostics())).hasSize(1);
    assertThat(refused.diagnostics().get(0)).contains("[TriglotServiceVersion]", problem);
  }

  private static HttpResponse<String> send(
      RestHost host, String method, String target, String content) throws Exception {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .build()
        .send(
            HttpRequest.newBuilder(host.uri().resolve(target))
                .method(method, BodyPublishers.ofString(content))
                .header("Content-Type", "application/json")
                .build(),
            BodyHandlers.ofString());
  }
}
