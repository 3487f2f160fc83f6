package io.triglot.processor.backend.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several services and packages in one module. */
class PackagesTest {
  private static final String ORDERS =
      """
      package com.acme.orders;

      import io.triglot.ApiOperation;
      import io.triglot.ApiService;
      import io.triglot.runtime.Protocol;

      @ApiService(protocols = Protocol.GRPC)
      public class OrderService {
        @ApiOperation
        public String findName(int id) {
          return "";
        }

        @ApiOperation
        public String findOrder(int id) {
          return "";
        }
      }
      """;
  private static final String USERS =
      """
      package com.acme.orders;

      import io.triglot.ApiOperation;
      import io.triglot.ApiService;
      import io.triglot.runtime.Protocol;

      @ApiService(protocols = Protocol.GRPC)
      public class UserService {
        @ApiOperation
        public String findName(int id) {
          return "";
        }
      }
      """;

  @TempDir Path directory;

  @Test
  void putTheServiceInFrontOfRequestsOfTheSameName() {
    Compilation compilation = TestCompiler.javac(directory).compile(ORDERS, USERS).requireSuccess();
    assertThat(compilation.resource("acme/orders/v1/order_service.proto"))
        .contains("rpc FindName(OrderServiceFindNameRequest)")
        .contains("rpc FindOrder(FindOrderRequest)");
    assertThat(compilation.resource("acme/orders/v1/user_service.proto"))
        .contains("rpc FindName(UserServiceFindNameRequest)");
    Protoc.compile(compilation.classes());
  }

  @Test
  void keepTheFilesOfServicesThatAreNotCompiledAgain() {
    TestCompiler compiler = TestCompiler.javac(directory);
    compiler.compile(ORDERS, USERS).requireSuccess();
    Compilation second =
        compiler.compile(USERS.replace("int id", "int id, int version")).requireSuccess();
    assertThat(second.resource("acme/orders/v1/order_service.proto")).contains("rpc FindOrder");
    assertThat(second.resource("acme/orders/v1/user_service.proto")).contains("int32 version = 2;");
    Protoc.compile(second.classes());
  }

  @Test
  void shareAProtobufPackageIfTheyReferToEachOther() {
    Compilation compilation =
        TestCompiler.javac(directory)
            .compile(
                "package com.acme.a;\npublic record A(com.acme.b.B b) {}",
                "package com.acme.b;\npublic record B(int i) {}",
                "package com.acme.b;\npublic record C(com.acme.a.A a) {}",
                """
                package com.acme.b;

                import io.triglot.ApiOperation;
                import io.triglot.ApiService;
                import io.triglot.runtime.Protocol;

                @ApiService(protocols = Protocol.GRPC)
                public class CService {
                  @ApiOperation
                  public C getC() {
                    return null;
                  }
                }
                """)
            .requireSuccess();
    assertThat(compilation.resources().keySet())
        .filteredOn(path -> path.endsWith(".proto"))
        .containsExactly(
            "acme/a/v1/a.proto",
            "acme/a/v1/b.proto",
            "acme/a/v1/c.proto",
            "acme/a/v1/c_service.proto");
    Protoc.compile(compilation.classes());
  }

  @Test
  void writeTheSameWithEveryCompilerAndEveryTime(@TempDir Path other, @TempDir Path ecj) {
    Compilation first =
        TestCompiler.javac(directory).compile(Everything.sources()).requireSuccess();
    String[] reversed = Everything.sources().clone();
    Collections.reverse(Arrays.asList(reversed));
    Compilation second = TestCompiler.javac(other).compile(reversed).requireSuccess();
    Compilation eclipse = TestCompiler.ecj(ecj).compile(Everything.sources());
    assertThat(second.generatedSources()).isEqualTo(first.generatedSources());
    assertThat(second.resources()).isEqualTo(first.resources());
    assertThat(eclipse.diagnostics()).noneMatch(each -> each.contains("error:"));
    assertThat(eclipse.resource("acme/shop/v1/shop_service.proto"))
        .isEqualTo(first.resource("acme/shop/v1/shop_service.proto"));
  }

  @Test
  void areNotOfferedWhereTheProtocolIsNot() {
    Compilation compilation =
        TestCompiler.javac(directory)
            .compile(USERS.replace("Protocol.GRPC", "Protocol.REST"))
            .requireSuccess();
    assertThat(compilation.generatedSources().keySet())
        .doesNotContain("com/acme/orders/UserServiceGrpc.java");
    assertThat(compilation.resources().keySet()).noneMatch(path -> path.endsWith(".proto"));
  }
}
