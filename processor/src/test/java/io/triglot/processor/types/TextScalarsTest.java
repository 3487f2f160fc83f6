package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.processor.testing.TestCompiler;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The JDK's value types that travel as text: alone, nullable, optional, in lists and in maps. */
class TextScalarsTest {
  /** A type, a text in the one form that is written, and a text that is no such value. */
  private enum Row {
    LOCAL_TIME("java.time.LocalTime", "23:59:59.123", "24:00"),
    LOCAL_DATE_TIME("java.time.LocalDateTime", "2026-01-31T23:59:00", "2026-01-31"),
    OFFSET_TIME("java.time.OffsetTime", "23:59:59+01:00", "23:59:59"),
    OFFSET_DATE_TIME("java.time.OffsetDateTime", "2026-01-31T00:00:00-03:30", "2026-02-30T00:00Z"),
    ZONED_DATE_TIME(
        "java.time.ZonedDateTime",
        "2026-10-25T02:30:00+01:00[Europe/Paris]",
        "2026-10-25T02:30:00+01:00[Mars/Base]"),
    YEAR("java.time.Year", "0005", "5"),
    YEAR_MONTH("java.time.YearMonth", "+10000-01", "2026-13"),
    MONTH_DAY("java.time.MonthDay", "--02-29", "--02-30"),
    PERIOD("java.time.Period", "P1Y-2M3D", "P99999999999Y"),
    ZONE_ID("java.time.ZoneId", "Europe/Paris", "Europe/../Paris"),
    ZONE_OFFSET("java.time.ZoneOffset", "-18:00", "+19:00"),
    DAY_OF_WEEK("java.time.DayOfWeek", "MONDAY", "Monday"),
    MONTH("java.time.Month", "DECEMBER", "12"),
    URI("java.net.URI", "../a%20b?c=d&e#f", "a b"),
    URL("java.net.URL", "https://example.com/?q=%C3%A4", "example.com"),
    LOCALE("java.util.Locale", "sr-Latn-RS", "not_a_tag"),
    CURRENCY("java.util.Currency", "EUR", "EURO");

    private final String javaType;
    private final String text;
    private final String wrong;

    Row(String javaType, String text, String wrong) {
      this.javaType = javaType;
      this.text = text;
      this.wrong = wrong;
    }

    /** The camel-case name, with a suffix. */
    String field(String suffix) {
      String words =
          Arrays.stream(name().toLowerCase(Locale.ROOT).split("_"))
              .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
              .collect(Collectors.joining());
      return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1) + suffix;
    }
  }

  @RegisterExtension
  static final CompiledService service = new CompiledService("com.acme.ValueService", sources());

  @Test
  void comeBackOnRestAsTheyWereSent() {
    JsonNode values = values(map -> map);
    assertThat(service.rest("POST", "/values", values.toString())).isEqualTo(values);
  }

  @Test
  void comeBackOnGrpcAsTheyWereSent() {
    ObjectNode values = values(map -> map);
    ObjectNode sent = values.deepCopy();
    for (Row row : Row.values()) {
      values.remove(row.field("OrNull"));
    }
    assertThat(service.grpc("EchoValues", "{\"values\": " + sent + "}").get("result"))
        .isEqualTo(values);
  }

  @Test
  void comeBackOnGraphQlAsTheyWereSent() {
    JsonNode values = values(TextScalarsTest::entries);
    String fields =
        Arrays.stream(Row.values())
            .map(
                row ->
                    "%s %s %s %s %s { key value }"
                        .formatted(
                            row.field(""),
                            row.field("OrNull"),
                            row.field("Maybe"),
                            row.field("List"),
                            row.field("Map")))
            .collect(Collectors.joining(" "));
    assertThat(
            service.graphQl(
                "mutation ($values: ValuesInput!) { echoValues(values: $values) { "
                    + fields
                    + " } }",
                Map.of("values", EveryProtocol.variables(values))))
        .isEqualTo(values);
  }

  @Test
  void areParametersOfPathsAndQueries() {
    String query =
        Arrays.stream(Row.values())
            .filter(row -> row != Row.ZONE_OFFSET)
            .map(row -> row.field("") + "=" + URLEncoder.encode(row.text, StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    String all = Arrays.stream(Row.values()).map(row -> row.text).collect(Collectors.joining(" "));
    assertThat(service.rest("GET", "/texts/-18:00?" + query, "").asText()).isEqualTo(all);
  }

  @ParameterizedTest
  @EnumSource
  void refuseOtherTextOnEveryProtocol(Row row) {
    ObjectNode values = values(map -> map).put(row.field(""), row.wrong);
    ObjectNode entries = values(TextScalarsTest::entries).put(row.field(""), row.wrong);

    assertThat(service.rest("POST", "/values", values.toString()).toString())
        .contains("\"status\":400", "\"field\":\"values." + row.field("") + "\"", row.wrong);
    assertThatThrownBy(() -> service.grpc("EchoValues", "{\"values\": " + values + "}"))
        .hasMessageStartingWith("INVALID_ARGUMENT")
        .hasMessageContaining("values." + row.field(""));
    assertThat(
            service
                .graphQl(
                    "mutation ($values: ValuesInput!) { echoValues(values: $values) { localTime } }",
                    Map.of("values", EveryProtocol.variables(entries)))
                .toString())
        .contains("\"code\":\"INVALID_ARGUMENT\"", "was '" + row.wrong + "'");
  }

  @Test
  void compileOnTheOtherCompilerToo() {
    TestCompiler.ecj(service.directory().resolve("ecj")).compile(sources()).requireSuccess();
  }

  /** A value for each component. */
  private static ObjectNode values(Function<ObjectNode, JsonNode> map) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    for (Row row : Row.values()) {
      values.put(row.field(""), row.text);
      values.putNull(row.field("OrNull"));
      values.put(row.field("Maybe"), row.text);
      values.putArray(row.field("List")).add(row.text).add(row.text);
      values.set(
          row.field("Map"), map.apply(JsonNodeFactory.instance.objectNode().put("a", row.text)));
    }
    return values;
  }

  /** A map as GraphQL has it. */
  private static JsonNode entries(ObjectNode map) {
    ArrayNode entries = JsonNodeFactory.instance.arrayNode();
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      entries.addObject().put("key", entry.getKey()).set("value", entry.getValue());
    }
    return entries;
  }

  private static String[] sources() {
    String components =
        Arrays.stream(Row.values())
            .map(
                row ->
                    "%1$s %2$s, %3$s %2$sOrNull, Optional<%1$s> %2$sMaybe, List<%1$s> %2$sList, Map<String, %1$s> %2$sMap"
                        .formatted(row.javaType, row.field(""), nullable(row.javaType)))
            .collect(Collectors.joining(",\n    "));
    String parameters =
        Arrays.stream(Row.values())
            .map(row -> row.javaType + " " + row.field(""))
            .collect(Collectors.joining(", "));
    String texts =
        Arrays.stream(Row.values())
            .map(row -> "TextScalar." + row.name() + ".format(" + row.field("") + ")")
            .collect(Collectors.joining(", "));
    return new String[] {
      "@org.jspecify.annotations.NullMarked package com.acme;",
      """
      package com.acme;

      import java.util.List;
      import java.util.Map;
      import java.util.Optional;

      public record Values(
          %s) {}
      """
          .formatted(components),
      """
      package com.acme;

      import io.triglot.ApiOperation;
      import io.triglot.runtime.TextScalar;

      public class ValueService {
        @ApiOperation("POST /values")
        public Values echoValues(Values values) {
          return values;
        }

        @ApiOperation("GET /texts/{zoneOffset}")
        public String texts(%s) {
          return String.join(" ", %s);
        }
      }
      """
          .formatted(parameters, texts)
    };
  }

  private static String nullable(String javaType) {
    int dot = javaType.lastIndexOf('.') + 1;
    return javaType.substring(0, dot)
        + "@org.jspecify.annotations.Nullable "
        + javaType.substring(dot);
  }
}
