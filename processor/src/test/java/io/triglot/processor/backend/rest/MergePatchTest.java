package io.triglot.processor.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.processor.testing.TemporaryFolder;
import io.triglot.processor.testing.TestCompiler;
import io.triglot.processor.types.EveryProtocol;
import io.triglot.runtime.Api;
import io.triglot.runtime.rest.RestEndpoint;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Random patches do the same on every protocol and with every client: what RFC 7396 says. */
class MergePatchTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String CURRENT =
      """
      {"name": "Tea", "remark": "green", "tags": ["a", "b"], "stock": 3,
       "address": {"city": "Rome", "street": "Via", "number": 1}}
      """;

  private static TemporaryFolder folder;
  private static EveryProtocol protocols;
  private static RestHost host;
  private static RestClient client;

  /** Makes the call of a kind of client with a patch, and gives the result. */
  private static BiFunction<Object, String, String> generated;

  @BeforeContainer
  @SuppressWarnings("unchecked")
  static void start() throws Exception {
    folder = TemporaryFolder.create();
    ClassLoader loader =
        TestCompiler.javac(folder.path()).compile(SOURCES).requireSuccess().loader();
    Object service = loader.loadClass("com.acme.Shop").getConstructor().newInstance();
    protocols = EveryProtocol.of(service);
    host = DirectHost.start(RestEndpoint.of(Api.of(service)), 10_000);
    client = new RestClient(host.uri());
    generated =
        (BiFunction<Object, String, String>)
            loader.loadClass("com.acme.Clients").getConstructor().newInstance();
  }

  @AfterContainer
  static void stop() {
    if (host == null) {
      return; // it did not start
    }
    host.close();
    protocols.close();
    folder.close();
  }

  @Property(tries = 200)
  void sayTheSameOnEveryProtocol(@ForAll("patches") ObjectNode patch) {
    JsonNode merged = merged(EveryProtocol.json(CURRENT), patch);

    assertThat(
            client
                .send(
                    "PATCH",
                    "products/p",
                    patch.toString(),
                    "Content-Type",
                    "application/merge-patch+json")
                .json())
        .isEqualTo(merged);
    assertThat(
            protocols.graphQl(
                "mutation($patch: ProductPatchInput!) { patchProduct(id: \"p\", patch: $patch) {"
                    + " name remark tags stock address { city street number } } }",
                Map.of("patch", EveryProtocol.variables(patch))))
        .isEqualTo(merged);
    assertThat(generated(host.uri(), patch)).isEqualTo(merged);
    assertThat(generated(protocols.channel(), patch)).isEqualTo(merged);
  }

  @Property(tries = 300)
  void refuseOrMergeWhateverDocumentComes(@ForAll("documents") JsonNode document) {
    RestClient.Reply reply =
        client.send(
            "PATCH",
            "products/p",
            document.toString(),
            "Content-Type",
            "application/merge-patch+json; charset=utf-8");

    if (reply.status() == 200) {
      JsonNode merged = merged(EveryProtocol.json(CURRENT), document);
      assertThat(reply.json()).isEqualTo(EveryProtocol.json(merged.toString()));
    } else {
      assertThat(reply.status()).as(document + "\n" + reply.text()).isEqualTo(400);
      assertThat(reply.json().at("/violations/0/field").asText()).startsWith("patch");
    }
  }

  private static JsonNode generated(Object target, JsonNode patch) {
    return EveryProtocol.json(generated.apply(target, patch.toString()));
  }

  /** The pseudocode of RFC 7396, section 2. */
  private static JsonNode merged(JsonNode target, JsonNode patch) {
    if (!patch.isObject()) {
      return patch;
    }
    ObjectNode result = target.isObject() ? target.deepCopy() : NODES.objectNode();
    patch
        .properties()
        .forEach(
            member -> {
              // The result has all its members; RFC 7396 has null remove them.
              JsonNode value = member.getValue();
              result.set(
                  member.getKey(),
                  value.isNull() ? value : merged(result.path(member.getKey()), member.getValue()));
            });
    return result;
  }

  @Provide
  Arbitrary<ObjectNode> patches() {
    Arbitrary<JsonNode> text = Arbitraries.strings().ofMaxLength(5).map(NODES::textNode);
    Arbitrary<JsonNode> tags = text.list().ofMaxSize(3).map(list -> NODES.arrayNode().addAll(list));
    Arbitrary<JsonNode> number = Arbitraries.integers().map(NODES::numberNode);
    Arbitrary<JsonNode> address =
        objects(Map.of("city", text, "street", orNull(text), "number", number)).map(x -> x);
    return objects(
        Map.of(
            "name",
            text,
            "remark",
            orNull(text),
            "tags",
            tags,
            "stock",
            orNull(number),
            "address",
            address));
  }

  private static Arbitrary<JsonNode> orNull(Arbitrary<JsonNode> values) {
    return Arbitraries.oneOf(values, Arbitraries.just(NODES.nullNode()));
  }

  /** Objects that have some of these members. */
  private static Arbitrary<ObjectNode> objects(Map<String, Arbitrary<JsonNode>> members) {
    return Arbitraries.subsetOf(members.keySet())
        .flatMap(
            names ->
                Combinators.combine(names.stream().sorted().map(members::get).toList())
                    .as(
                        values -> {
                          ObjectNode object = NODES.objectNode();
                          Iterator<JsonNode> each = values.iterator();
                          names.stream().sorted().forEach(name -> object.set(name, each.next()));
                          return object;
                        }));
  }

  @Provide
  Arbitrary<JsonNode> documents() {
    Arbitrary<JsonNode> leaf =
        Arbitraries.oneOf(
            Arbitraries.just(NODES.nullNode()),
            Arbitraries.of(true, false).map(NODES::booleanNode),
            Arbitraries.longs().map(NODES::numberNode),
            Arbitraries.doubles().map(NODES::numberNode),
            Arbitraries.strings().ofMaxLength(4).map(NODES::textNode),
            Arbitraries.of("name", "3").list().ofMaxSize(2).map(MergePatchTest::texts));
    return Arbitraries.recursive(() -> leaf, MergePatchTest::around, 0, 3);
  }

  private static JsonNode texts(List<String> texts) {
    return NODES.arrayNode().addAll(texts.stream().map(NODES::textNode).toList());
  }

  private static Arbitrary<JsonNode> around(Arbitrary<JsonNode> values) {
    return Arbitraries.maps(
            Arbitraries.of("name", "remark", "tags", "stock", "address", "city", "street", "x"),
            values)
        .ofMaxSize(2)
        .map(members -> NODES.objectNode().setAll(members));
  }

  private static final String[] SOURCES = {
    "@org.jspecify.annotations.NullMarked package com.acme;",
    """
    package com.acme;

    import java.util.List;
    import org.jspecify.annotations.Nullable;

    public record Product(
        String name,
        @Nullable String remark,
        List<String> tags,
        @Nullable Integer stock,
        Address address) {
      public record Address(String city, @Nullable String street, int number) {}
    }
    """,
    """
    package com.acme;

    import io.triglot.Patch;
    import java.util.List;
    import org.jspecify.annotations.Nullable;

    public record ProductPatch(
        Patch<String> name,
        Patch<@Nullable String> remark,
        Patch<List<String>> tags,
        Patch<@Nullable Integer> stock,
        Patch<AddressPatch> address) {
      public record AddressPatch(
          Patch<String> city, Patch<@Nullable String> street, Patch<Integer> number) {
        Product.Address applyTo(Product.Address current) {
          return new Product.Address(
              city.orElse(current.city()),
              street.orElse(current.street()),
              number.orElse(current.number()));
        }
      }

      Product applyTo(Product current) {
        return new Product(
            name.orElse(current.name()),
            remark.orElse(current.remark()),
            tags.orElse(current.tags()),
            stock.orElse(current.stock()),
            address.apply(current.address(), AddressPatch::applyTo));
      }
    }
    """,
    """
    package com.acme;

    import io.triglot.ApiOperation;
    import java.util.List;

    public class Shop {
      @ApiOperation("PATCH /products/{id}")
      public Product patchProduct(String id, ProductPatch patch) {
        return patch.applyTo(
            new Product(
                "Tea", "green", List.of("a", "b"), 3, new Product.Address("Rome", "Via", 1)));
      }
    }
    """,
    """
    package com.acme;

    import io.grpc.Channel;
    import io.triglot.runtime.rest.RestChannel;
    import io.triglot.runtime.rest.json.JsonReader;
    import io.triglot.runtime.rest.json.JsonWriter;
    import java.net.URI;
    import java.nio.charset.StandardCharsets;
    import java.util.function.BiFunction;

    public class Clients implements BiFunction<Object, String, String> {
      @Override
      public String apply(Object target, String patch) {
        ProductPatch read =
            JsonReader.read(
                patch.getBytes(StandardCharsets.UTF_8), "patch", ProductPatchJson::read);
        Product product =
            target instanceof URI uri
                ? ShopRestClient.of(RestChannel.to(uri)).patchProduct("p", read)
                : ShopGrpcClient.of((Channel) target).patchProduct("p", read);
        return new String(JsonWriter.write(product, ProductJson::write), StandardCharsets.UTF_8);
      }
    }
    """
  };
}
