package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.processor.testing.TestCompiler;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Maps whose keys are no strings: object members in JSON, entries in GraphQL, maps in protobuf. */
class MapKeysTest {
  private static final String[] SOURCES = {
    "@org.jspecify.annotations.NullMarked package com.acme;",
    """
    package com.acme;

    public enum Color { RED, GREEN }
    """,
    """
    package com.acme;

    import java.time.DayOfWeek;
    import java.time.LocalDate;
    import java.util.Locale;
    import java.util.Map;
    import java.util.Optional;
    import java.util.UUID;

    public record Maps(
        Map<Boolean, Integer> flags,
        Map<Byte, Integer> bytes,
        Map<Short, Integer> shorts,
        Map<Integer, String> ints,
        Map<Long, String> longs,
        Map<Character, Color> letters,
        Map<UUID, Color> uuids,
        Map<LocalDate, Integer> days,
        Map<DayOfWeek, Integer> weekdays,
        Map<Locale, Integer> locales,
        Map<Color, Integer> colors,
        Optional<Map<Color, Color>> maybe) {}
    """,
    """
    package com.acme;

    import io.triglot.ApiOperation;

    public class MapService {
      @ApiOperation("POST /maps")
      public Maps echoMaps(Maps maps) {
        return maps;
      }
    }
    """
  };

  @RegisterExtension
  static final CompiledService service = new CompiledService("com.acme.MapService", SOURCES);

  @Test
  void comeBackOnRestAsTheyWereSent() {
    assertThat(service.rest("POST", "/maps", maps().toString())).isEqualTo(maps());
  }

  @Test
  void comeBackOnGrpcAsTheyWereSent() {
    JsonNode answer =
        service.grpc("EchoMaps", "{\"maps\": " + withProtobufNames(maps()) + "}").get("result");
    assertThat(answer).isEqualTo(withProtobufNames(maps()));
  }

  @Test
  void comeBackOnGraphQlAsTheyWereSent() {
    ObjectNode entries = JsonNodeFactory.instance.objectNode();
    StringBuilder fields = new StringBuilder();
    for (Map.Entry<String, JsonNode> field : maps().properties()) {
      ArrayNode list = entries.putArray(field.getKey());
      for (Map.Entry<String, JsonNode> entry : field.getValue().properties()) {
        list.addObject()
            .<ObjectNode>set("key", key(field.getKey(), entry.getKey()))
            .set("value", entry.getValue());
      }
      fields.append(field.getKey()).append(" { key value } ");
    }
    assertThat(
            service.graphQl(
                "mutation ($maps: MapsInput!) { echoMaps(maps: $maps) { " + fields + " } }",
                Map.of("maps", EveryProtocol.variables(entries))))
        .isEqualTo(entries);
  }

  @Test
  void refuseKeysThatAreNoSuchValue() {
    ObjectNode wrong = maps();
    wrong.putObject("colors").put("BLUE", 1);
    assertThat(service.rest("POST", "/maps", wrong.toString()).toString())
        .contains("\"field\":\"maps.colors.BLUE\"", "one of RED, GREEN", "\"status\":400");
    assertThatThrownBy(
            () -> service.grpc("EchoMaps", "{\"maps\": " + withProtobufNames(wrong) + "}"))
        .hasMessageStartingWith("INVALID_ARGUMENT")
        .hasMessageContaining("maps.colors", "a constant of Color");
  }

  @Test
  void areDescribedInTheDocumentAndTheProtoFile() {
    JsonNode properties =
        EveryProtocol.json(service.compilation().resource("META-INF/triglot/openapi.json"))
            .at("/components/schemas/Maps/properties");
    assertThat(properties.at("/colors/propertyNames/$ref").asText())
        .isEqualTo("#/components/schemas/Color");
    assertThat(properties.at("/ints/propertyNames/pattern").asText()).isEqualTo("^[+-]?\\d+$");
    assertThat(properties.at("/uuids/propertyNames/format").asText()).isEqualTo("uuid");
    assertThat(service.compilation().resource("acme/v1/maps.proto"))
        .contains(
            "map<bool, int32> flags = 1;",
            "map<int64, string> longs = 5;",
            "map<string, Color> uuids = 7;",
            "map<string, int32> colors = 11;");
  }

  @Test
  void compileOnTheOtherCompilerToo() {
    TestCompiler.ecj(service.directory().resolve("ecj")).compile(SOURCES).requireSuccess();
  }

  private static ObjectNode maps() {
    return (ObjectNode)
        EveryProtocol.json(
            """
            {"flags": {"true": 1, "false": 0}, "bytes": {"-128": 1}, "shorts": {"32767": 2},
             "ints": {"-2147483648": "a", "0": ""}, "longs": {"9223372036854775807": "b"},
             "letters": {"ß": "GREEN"}, "uuids": {"123e4567-e89b-12d3-a456-426614174000": "RED"},
             "days": {"2024-02-29": 29}, "weekdays": {"MONDAY": 1}, "locales": {"pt-BR": 2},
             "colors": {"RED": 1, "GREEN": 2}, "maybe": {"RED": "GREEN"}}
            """);
  }

  /** The values that are enums in protobuf have longer names there. */
  private static JsonNode withProtobufNames(ObjectNode maps) {
    return EveryProtocol.json(
        maps.toString()
            .replace("\":\"RED\"", "\":\"COLOR_RED\"")
            .replace("\":\"GREEN\"", "\":\"COLOR_GREEN\""));
  }

  private static JsonNode key(String field, String text) {
    return switch (field) {
      case "flags" -> JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(text));
      case "bytes", "shorts", "ints" -> JsonNodeFactory.instance.numberNode(Integer.parseInt(text));
      case "longs" -> JsonNodeFactory.instance.numberNode(Long.parseLong(text));
      default -> JsonNodeFactory.instance.textNode(text);
    };
  }
}
