package io.triglot.processor.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Our YAML, read by another library. */
class YamlTextTest {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @Property
  void isReadAsTheSameTree(@ForAll("objects") ObjectNode tree) {
    assertThat(read(YamlText.of(tree))).isEqualTo(tree);
  }

  @Example
  void isReadable() {
    ObjectNode tree = NODES.objectNode().put("title", "A shop, with tea").put("no", "yes");
    tree.putObject("/orders/{id}").put("404", "# none").put("text", "One.\n\nTwo: three.");
    tree.putArray("tags").add("a b").add(1).addObject().put("x", true).put("y", "");
    tree.putArray("none");

    assertThat(YamlText.of(tree))
        .isEqualTo(
            """
            title: A shop, with tea
            "no": "yes"
            /orders/{id}:
              "404": "# none"
              text: |-
                One.

                Two: three.
            tags:
              - a b
              - 1
              - x: true
                "y": ""
            none: []
            """);
  }

  private static JsonNode read(String yaml) {
    return MAPPER.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
  }

  @Provide
  Arbitrary<ObjectNode> objects() {
    return object(
        Arbitraries.lazyOf(
            this::text,
            this::text,
            () -> Arbitraries.integers().map(NODES::numberNode),
            () -> Arbitraries.of(true, false).map(NODES::booleanNode),
            () -> Arbitraries.just(NODES.nullNode()),
            () -> objects().map(each -> each),
            () -> objects().list().ofMaxSize(3).map(YamlTextTest::array),
            () -> text().list().ofMaxSize(3).map(YamlTextTest::array)));
  }

  private static Arbitrary<ObjectNode> object(Arbitrary<? extends JsonNode> values) {
    return Arbitraries.maps(words(), values)
        .ofMaxSize(3)
        .map(
            members -> {
              ObjectNode object = NODES.objectNode();
              members.forEach(object::set);
              return object;
            });
  }

  private static ArrayNode array(Iterable<? extends JsonNode> elements) {
    ArrayNode array = NODES.arrayNode();
    elements.forEach(array::add);
    return array;
  }

  private Arbitrary<JsonNode> text() {
    return words().map(NODES::textNode);
  }

  /** What YAML could take for something else, and any letters. */
  private static Arbitrary<String> words() {
    Arbitrary<String> parts =
        Arbitraries.oneOf(
            Arbitraries.of(
                "null",
                "yes",
                "No",
                "~",
                "1",
                "1.5",
                "0x1",
                "1e3",
                ".inf",
                "-",
                "- ",
                "? ",
                ": ",
                " #",
                "#",
                "a: b",
                "*/*",
                "&a",
                "!t",
                "|",
                ">",
                "%",
                "@",
                "`",
                "\"",
                "'",
                "[",
                "{",
                "}",
                ",",
                "\n",
                "\n\n",
                "  ",
                "\t",
                "\u0085",
                "\u2028",
                "\ufeff",
                "\u00e4",
                "\\",
                "2026-01-31",
                "---",
                "...",
                "=",
                "<<",
                "/a/{b}",
                "$ref",
                "4XX",
                "x",
                "word"),
            Arbitraries.strings().ascii().ofMaxLength(4));
    return parts.list().ofMaxSize(4).map(all -> String.join("", all));
  }
}
