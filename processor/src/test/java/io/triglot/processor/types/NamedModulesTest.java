package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No class is generated into the packages of another named module. */
class NamedModulesTest {
  private static final String ORDER =
      """
      package com.acme.shop;

      public record Order(String id) {}
      """;
  private static final String MODULE =
      """
      module com.acme.shop {
        requires com.acme.paging;
      }
      """;

  @TempDir Path directory;

  @Test
  void refuseAGenericUse() {
    assertThat(shop("com.acme.paging.Page<Order>").diagnostics())
        .singleElement()
        .asString()
        .contains(
            "[TriglotForeignModule] Page is of the module com.acme.paging, into which nothing can"
                + " be generated from here (reached by OrderService.getOrders). Use a class of your"
                + " own that extends it, or let it travel as any JSON by @ApiField(as = JSON).");
  }

  @Test
  void refuseAnUnprocessedType() {
    assertThat(shop("com.acme.paging.Cursor").diagnostics())
        .singleElement()
        .asString()
        .contains("[TriglotForeignModule] Cursor is of the module com.acme.paging");
  }

  @Test
  void takeAClassOfTheirOwnThatExtendsIt() {
    assertThat(shop("OrderPage").requireSuccess().resource("META-INF/triglot/schema.graphqls"))
        .contains("type OrderPage {\n  items: [Order!]");
  }

  private Compilation shop(String result) {
    return TestCompiler.javac(directory.resolve("shop"))
        .with("--module-path=" + paging())
        .with("--add-reads=com.acme.shop=ALL-UNNAMED")
        .compile(
            MODULE,
            ORDER,
            """
            package com.acme.shop;

            public class OrderPage extends com.acme.paging.Page<Order> {}
            """,
            """
            package com.acme.shop;

            import io.triglot.ApiOperation;

            public class OrderService {
              @ApiOperation public %s getOrders(String after) { return null; }
            }
            """
                .formatted(result));
  }

  private Path paging() {
    return TestCompiler.javac(directory.resolve("paging"))
        .with("-proc:none")
        .compile(
            """
            module com.acme.paging {
              exports com.acme.paging;
            }
            """,
            """
            package com.acme.paging;

            import java.util.List;

            public class Page<T> {
              private List<T> items = List.of();

              public Page() {}

              public List<T> getItems() { return items; }
              public void setItems(List<T> items) { this.items = items; }
            }
            """,
            """
            package com.acme.paging;

            public record Cursor(String after) {}
            """)
        .requireSuccess()
        .jar();
  }
}
