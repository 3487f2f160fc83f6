package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.triglot.processor.testing.TestCompiler;
import io.triglot.runtime.grpc.MessageMarshaller;
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The types that hold several values in order, of scalars, enums and objects. */
class ContainersTest {
  private static final String[] SOURCES = {
    "@org.jspecify.annotations.NullMarked package com.acme;",
    "package com.acme;\npublic record Item(String name) {}",
    "package com.acme;\npublic record Box(Containers content) {}",
    "package com.acme;\npublic enum Color { RED, GREEN }",
    """
    package com.acme;

    import java.util.Collection;
    import java.util.List;
    import java.util.Optional;
    import java.util.Set;

    public record Containers(
        List<Integer> list,
        Set<String> set,
        Collection<Item> collection,
        Iterable<Integer> iterable,
        Iterable<Item> items,
        Iterable<Color> colors,
        Optional<Iterable<String>> maybe) {}
    """,
    """
    package com.acme;

    import io.triglot.ApiOperation;
    import java.util.Arrays;
    import java.util.Iterator;

    public class ContainerService {
      @ApiOperation("POST /boxes")
      public Box echoBox(Box box) {
        return box;
      }

      /** Gives back iterables that are nothing but iterables. */
      @ApiOperation("POST /containers")
      public Containers echoContainers(Containers sent) {
        return new Containers(
            sent.list(),
            sent.set(),
            sent.collection(),
            bare(sent.iterable()),
            bare(sent.items()),
            bare(sent.colors()),
            sent.maybe().map(ContainerService::bare));
      }

      @ApiOperation("GET /sums")
      public int getSum(Iterable<Integer> numbers) {
        int sum = 0;
        for (int number : numbers) {
          sum += number;
        }
        return sum;
      }

      @ApiOperation("GET /items")
      public Iterable<Item> listItems() {
        return bare(Arrays.asList(new Item("a"), new Item("b")));
      }

      private static <T> Iterable<T> bare(Iterable<T> values) {
        return new Iterable<>() {
          @Override
          public Iterator<T> iterator() {
            return values.iterator();
          }
        };
      }
    }
    """
  };

  @RegisterExtension
  static final CompiledService service = new CompiledService("com.acme.ContainerService", SOURCES);

  @Test
  void comeBackOnRestAsTheyWereSent() {
    assertThat(service.rest("POST", "/containers", containers("").toString()))
        .isEqualTo(containers(""));
  }

  @Test
  void comeBackOnGrpcAsTheyWereSent() {
    JsonNode sent = containers("COLOR_");
    assertThat(service.grpc("EchoContainers", "{\"sent\": " + sent + "}").get("result"))
        .isEqualTo(sent);
  }

  @Test
  void comeBackOnGraphQlAsTheyWereSent() {
    assertThat(
            service.graphQl(
                "mutation ($sent: ContainersInput!) { echoContainers(sent: $sent) {"
                    + " list set collection { name } iterable items { name } colors maybe } }",
                Map.of("sent", EveryProtocol.variables(containers("")))))
        .isEqualTo(containers(""));
  }

  @Test
  void areParametersAndResults() {
    JsonNode items = EveryProtocol.json("[{\"name\": \"a\"}, {\"name\": \"b\"}]");
    assertThat(service.rest("GET", "/sums?numbers=1&numbers=2", "").asInt()).isEqualTo(3);
    assertThat(service.graphQl("{ getSum(numbers: [1, 2]) }", Map.of()).asInt()).isEqualTo(3);
    assertThat(service.grpc("GetSum", "{\"numbers\": [1, 2]}").get("result").asInt()).isEqualTo(3);
    assertThat(service.rest("GET", "/items", "")).isEqualTo(items);
    assertThat(service.graphQl("{ listItems { name } }", Map.of())).isEqualTo(items);
    assertThat(service.grpc("ListItems", "{}").get("result")).isEqualTo(items);
  }

  @Test
  void ofPiecesOfOneMessageAreJoined() throws ReflectiveOperationException {
    MessageMarshaller<?> marshaller =
        (MessageMarshaller<?>)
            service.compilation().load("com.acme.BoxMarshaller").getField("INSTANCE").get(null);
    byte[] pieces = {0x0a, 3, 0x22, 1, 5, 0x0a, 3, 0x22, 1, 6};
    assertThat(marshaller.parse(new ByteArrayInputStream(pieces)).toString())
        .contains("iterable=[5, 6]");
  }

  @Test
  void compileOnTheOtherCompilerToo() {
    TestCompiler.ecj(service.directory().resolve("ecj")).compile(SOURCES).requireSuccess();
  }

  private static JsonNode containers(String enumPrefix) {
    return EveryProtocol.json(
        """
        {"list": [3, 1, 3], "set": ["b", "a"], "collection": [{"name": "a"}], "iterable": [2, 1],
         "items": [{"name": "b"}, {"name": "a"}], "colors": ["%1$sGREEN", "%1$sRED"],
         "maybe": ["x"]}
        """
            .formatted(enumPrefix));
  }
}
