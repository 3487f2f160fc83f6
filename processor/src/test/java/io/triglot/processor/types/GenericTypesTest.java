package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.triglot.processor.testing.CompilerKind;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Generic classes: each use is a type of its own in the contracts. */
class GenericTypesTest {
  private static final String[] SOURCES = {
    "@org.jspecify.annotations.NullMarked package com.acme;",
    "@org.jspecify.annotations.NullMarked package com.lib;",
    """
    package com.lib;

    import java.util.List;
    import java.util.Optional;
    import org.jspecify.annotations.Nullable;

    public record Page<T>(List<T> items, @Nullable T first, Optional<T> last, Edge<T> edge) {}
    """,
    "package com.lib;\n@io.triglot.ApiType\npublic record Edge<T>(T node, String cursor) {}",
    "package com.lib;\npublic record Pair<A, B>(A left, B right) {}",
    """
    package com.lib;

    public class Base<K, V> {
      private K key;
      private V value;
      public K getKey() { return key; }
      public void setKey(K key) { this.key = key; }
      public V getValue() { return value; }
      public void setValue(V value) { this.value = value; }
    }
    """,
    """
    package com.acme;

    import com.lib.Base;
    import java.util.List;

    public class Order extends Base<String, List<Integer>> {}
    """,
    "package com.acme;\npublic class Holder<T> extends com.lib.Base<String, T> {}",
    """
    package com.acme;

    public final class Box<T> {
      private final T content;
      public Box(T content) { this.content = content; }
      public T getContent() { return content; }
    }
    """,
    """
    package com.acme;

    import com.lib.Page;
    import com.lib.Pair;
    import java.util.List;
    import org.jspecify.annotations.Nullable;

    public record Uses(
        Page<Order> orders,
        Page<String> texts,
        Pair<Order, Integer> pair,
        Pair<Pair<String, Integer>, Box<List<String>>> nested,
        Box<@Nullable String> maybe,
        List<Box<Long>> boxes,
        Holder<Order> holder) {}
    """,
    """
    package com.acme;

    import com.lib.Page;
    import io.triglot.ApiOperation;

    public class UseService {
      @ApiOperation("POST /uses")
      public Uses echoUses(Uses uses) { return uses; }

      @ApiOperation("POST /pages")
      public Page<Order> echoPage(Page<Order> page) { return page; }
    }
    """
  };

  private static final String ORDER = "{\"key\": \"k\", \"value\": [1, 2]}";
  private static final String PAGE =
      """
      {"items": [%1$s], "first": null, "last": %1$s, "edge": {"node": %1$s, "cursor": "c"}}
      """
          .formatted(ORDER);
  private static final JsonNode USES =
      EveryProtocol.json(
          """
          {"orders": %s,
           "texts": {"items": ["a"], "first": "a", "last": null,
                     "edge": {"node": "b", "cursor": "c"}},
           "pair": {"left": %s, "right": 7},
           "nested": {"left": {"left": "l", "right": 1}, "right": {"content": ["x"]}},
           "maybe": {"content": null},
           "boxes": [{"content": 5}],
           "holder": {"key": "h", "value": %s}}
          """
              .formatted(PAGE, ORDER, ORDER));

  @RegisterExtension
  static final CompiledService service = new CompiledService("com.acme.UseService", SOURCES);

  @Test
  void comeBackOnRestAsTheyWereSent() {
    assertThat(service.rest("POST", "/uses", USES.toString())).isEqualTo(USES);
    assertThat(service.rest("POST", "/pages", PAGE)).isEqualTo(EveryProtocol.json(PAGE));
  }

  @Test
  void comeBackOnGrpcAsTheyWereSent() {
    JsonNode sent =
        EveryProtocol.json(
            USES.toString()
                .replaceAll("\"(first|last|content)\":null,?", "")
                .replace(",}", "}")
                .replace("\"content\":5", "\"content\":\"5\""));
    assertThat(service.grpc("EchoUses", "{\"uses\": " + sent + "}").get("result")).isEqualTo(sent);
  }

  @Test
  void comeBackOnGraphQlAsTheyWereSent() {
    String order = "{ key value }";
    String page = "{ items %1$s first %1$s last %1$s edge { node %1$s cursor } }";
    assertThat(
            service.graphQl(
                "mutation ($uses: UsesInput!) { echoUses(uses: $uses) {"
                    + " orders "
                    + page.formatted(order)
                    + " texts "
                    + page.formatted("")
                    + " pair { left "
                    + order
                    + " right } nested { left { left right } right { content } }"
                    + " maybe { content } boxes { content } holder { key value "
                    + order
                    + " } } }",
                Map.of("uses", EveryProtocol.variables(USES))))
        .isEqualTo(USES);
  }

  @Test
  void areNamedAfterTheirArguments() {
    assertThat(service.compilation().resource("META-INF/triglot/schema.graphqls"))
        .contains("type OrderPage ")
        .contains("type StringPage ")
        .contains("type OrderEdge ")
        .contains("type OrderIntegerPair ")
        .contains("type StringIntegerPairStringListBoxPair ")
        .contains("type NullableStringBox ")
        .contains("type LongBox ")
        .contains("type OrderHolder ");
    assertThat(service.compilation().resources()).containsKey("acme/v1/order_page.proto");
  }

  @ParameterizedTest
  @EnumSource
  void areReadByBothCompilers(CompilerKind compiler) {
    Path own = service.directory().resolve("both").resolve(compiler.name());
    assertThat(compiler.in(own).compile(SOURCES).requireSuccess().resources())
        .isEqualTo(service.compilation().resources());
  }

  @ParameterizedTest
  @EnumSource
  void areRefusedWhereAnArgumentIsLeftOpen(CompilerKind compiler) {
    assertThat(refusals(compiler, "record Box<T>(T content) {}", "Box<? extends Number>"))
        .contains("[TriglotGenericType]")
        .contains("such as Number");
    assertThat(refusals(compiler, "record Box<T>(T content) {}", "Box"))
        .contains("[TriglotRawType]");
    assertThat(refusals(compiler, "record Box<T>(Box<Box<T>> next) {}", "Box<String>"))
        .contains("[TriglotGenericType]")
        .contains("grow");
  }

  private static String refusals(CompilerKind compiler, String type, String use) {
    return compiler
        .in(service.directory().resolve("refused").resolve(compiler.name()))
        .compile(
            "package com.acme;\npublic class Refused { public %s\n".formatted(type)
                + "@io.triglot.ApiOperation(\"GET /x\") public %s getX() { return null; } }"
                    .formatted(use))
        .diagnostics()
        .toString();
  }
}
