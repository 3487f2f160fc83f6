package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.triglot.processor.testing.CompilerKind;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values that clients leave out, and what {@code @DefaultValue} puts in their place. */
class DefaultsTest {
  private static final String[] SOURCES = {
    "@org.jspecify.annotations.NullMarked package com.acme;",
    """
    package com.acme;

    import com.fasterxml.jackson.annotation.JsonProperty;
    import io.triglot.ApiName;

    public enum Sort { @JsonProperty("by-name") @ApiName(graphql = "NAME") BY_NAME, PRICE }
    """,
    """
    package com.acme;

    public record Sku(String text) {
      public static Sku of(String text) { return new Sku("sku:" + text); }
      @com.fasterxml.jackson.annotation.JsonValue public String text() { return text; }
    }
    """,
    """
    package com.acme;

    import jakarta.ws.rs.DefaultValue;
    import java.math.BigDecimal;
    import java.time.Duration;
    import java.time.Instant;
    import java.time.LocalDate;
    import java.util.Optional;
    import org.jspecify.annotations.Nullable;

    public record Values(
        String id,
        @DefaultValue("2") int count,
        @DefaultValue("9000000000") long big,
        @DefaultValue("1.50") BigDecimal price,
        @DefaultValue("0.5") double rate,
        @DefaultValue("true") boolean open,
        @DefaultValue("a \\"b\\" c") String name,
        @DefaultValue("BY_NAME") Sort sort,
        @DefaultValue("2026-01-31") LocalDate day,
        @DefaultValue("2026-01-31T10:00:00.5Z") Instant at,
        @DefaultValue("PT1H") @Nullable Duration time,
        @DefaultValue("7") @Nullable Integer stock,
        @DefaultValue("8") Optional<Integer> more,
        @DefaultValue("x") Sku sku) {}
    """,
    """
    package com.acme;

    import jakarta.ws.rs.DefaultValue;
    import org.jspecify.annotations.Nullable;

    public class Bean {
      private int size = 5;
      private @Nullable String note = "own";
      private String plain = "plain";

      public int getSize() { return size; }
      @DefaultValue("6") public void setSize(int size) { this.size = size; }
      @DefaultValue("told") public @Nullable String getNote() { return note; }
      public void setNote(@Nullable String note) { this.note = note; }
      public String getPlain() { return plain; }
      public void setPlain(String plain) { this.plain = plain; }
    }
    """,
    """
    package com.acme;

    import io.triglot.ApiOperation;
    import jakarta.ws.rs.BeanParam;
    import jakarta.ws.rs.DefaultValue;
    import java.util.Optional;
    import org.jspecify.annotations.Nullable;

    public class DefaultService {
      public record Filter(@DefaultValue("any") String name, @Nullable String other) {}

      @ApiOperation("GET /search")
      public String search(
          @DefaultValue("20") int first,
          @DefaultValue("PRICE") @Nullable Sort sort,
          @DefaultValue("y") Optional<Sku> sku,
          @BeanParam Filter filter) {
        return first + " " + sort + " " + sku.map(Sku::text).orElse("-") + " " + filter;
      }

      @ApiOperation("POST /place")
      public String place(String id, @DefaultValue("1") int quantity, @DefaultValue("n") @Nullable String note) {
        return id + " " + quantity + " " + note;
      }

      @ApiOperation("POST /values")
      public Values echo(Values values) { return values; }

      @ApiOperation("POST /bean")
      public Bean echoBean(Bean bean) { return bean; }
    }
    """
  };

  @RegisterExtension
  static final CompiledService service = new CompiledService("com.acme.DefaultService", SOURCES);

  private static final String LEFT_OUT = "20 PRICE sku:y Filter[name=any, other=null]";

  @Test
  void standForAbsentParametersOnEachProtocol() {
    assertThat(service.rest("GET", "/search", "").asText()).isEqualTo(LEFT_OUT);
    assertThat(service.graphQl("{ search }", Map.of()).asText()).isEqualTo(LEFT_OUT);
    assertThat(
            service
                .graphQl("query($f: Int, $s: Sort) { search(first: $f, sort: $s) }", Map.of())
                .asText())
        .isEqualTo(LEFT_OUT);
    assertThat(service.grpc("Search", "{}").at("/result").asText()).isEqualTo(LEFT_OUT);
    assertThat(service.rest("POST", "/place", "{\"id\": \"a\"}").asText()).isEqualTo("a 1 n");
    assertThat(service.graphQl("mutation { place(id: \"a\") }", Map.of()).asText())
        .isEqualTo("a 1 n");
    assertThat(service.grpc("Place", "{\"id\": \"a\"}").at("/result").asText()).isEqualTo("a 1 n");
  }

  @Test
  void giveWayToWhatIsSent() {
    String sent = "0 BY_NAME sku:z Filter[name=, other=o]";
    assertThat(service.rest("GET", "/search?first=0&sort=by-name&sku=z&name=&other=o", "").asText())
        .isEqualTo(sent);
    assertThat(
            service
                .graphQl(
                    "{ search(first: 0, sort: NAME, sku: \"z\", name: \"\", other: \"o\") }",
                    Map.of())
                .asText())
        .isEqualTo(sent);
    assertThat(
            service
                .grpc(
                    "Search",
                    "{\"first\": 0, \"sort\": \"SORT_BY_NAME\", \"sku\": \"z\", \"name\": \"\","
                        + " \"other\": \"o\"}")
                .at("/result")
                .asText())
        .isEqualTo(sent);
  }

  @Test
  void giveWayToNullWhereThatIsAValue() {
    assertThat(
            service
                .rest("POST", "/place", "{\"id\": \"a\", \"quantity\": 3, \"note\": null}")
                .asText())
        .isEqualTo("a 3 null");
    assertThat(service.graphQl("mutation { place(id: \"a\", note: null) }", Map.of()).asText())
        .isEqualTo("a 1 null");
    assertThat(service.graphQl("{ search(sort: null, sku: null) }", Map.of()).asText())
        .isEqualTo("20 null - Filter[name=any, other=null]");
    JsonNode values =
        service.rest(
            "POST", "/values", "{\"id\": \"a\", \"time\": null, \"stock\": null, \"more\": null}");
    assertThat(values.at("/time").isNull()).isTrue();
    assertThat(values.at("/stock").isNull()).isTrue();
    assertThat(values.at("/more").isNull()).isTrue();
    assertThat(values.at("/count").asInt()).isEqualTo(2);
  }

  @Test
  void areNotTakenForANullThatIsNoValue() {
    assertThat(service.rest("POST", "/place", "{\"id\": \"a\", \"quantity\": null}").toString())
        .contains("INVALID_ARGUMENT", "quantity");
    assertThat(
            service.graphQl("mutation { place(id: \"a\", quantity: null) }", Map.of()).toString())
        .contains("INVALID_ARGUMENT");
    Map<String, Object> none = new java.util.HashMap<>();
    none.put("q", null);
    assertThat(
            service
                .graphQl("mutation($q: Int) { place(id: \"a\", quantity: $q) }", none)
                .toString())
        .contains("INVALID_ARGUMENT", "quantity");
  }

  @Test
  void standForAbsentFieldsOfEveryKind() {
    JsonNode all =
        EveryProtocol.json(
            """
            {"id": "a", "count": 2, "big": 9000000000, "price": 1.50, "rate": 0.5, "open": true,
             "name": "a \\"b\\" c", "sort": "by-name", "day": "2026-01-31",
             "at": "2026-01-31T10:00:00.500Z", "time": "PT1H", "stock": 7, "more": 8, "sku": "sku:x"}
            """);
    assertThat(service.rest("POST", "/values", "{\"id\": \"a\"}")).isEqualTo(all);
    String fields = "{ id count big price rate open name sort day at time stock more sku }";
    JsonNode graphQl =
        service.graphQl("mutation { echo(values: {id: \"a\"}) " + fields + " }", Map.of());
    assertThat(graphQl.toString().replace("\"NAME\"", "\"by-name\"")).isEqualTo(all.toString());
    assertThat(
            service.graphQl(
                "mutation($v: ValuesInput!) { echo(values: $v) " + fields + " }",
                Map.of("v", Map.of("id", "a"))))
        .isEqualTo(graphQl);
    JsonNode grpc = service.grpc("Echo", "{\"values\": {\"id\": \"a\"}}").at("/result");
    assertThat(grpc.at("/price").asText()).isEqualTo("1.50");
    assertThat(grpc.at("/sort").asText()).isEqualTo("SORT_BY_NAME");
    assertThat(grpc.at("/at").asText()).isEqualTo("2026-01-31T10:00:00.500Z");
    assertThat(grpc.at("/time").asText()).isEqualTo("3600s");
    assertThat(grpc.at("/open").asBoolean()).isTrue();
    assertThat(grpc.at("/sku").asText()).isEqualTo("sku:x");
    assertThat(
            service
                .grpc("Echo", "{\"values\": {\"id\": \"a\", \"count\": 0, \"open\": false}}")
                .at("/result/count")
                .asInt())
        .isZero();
    assertThat(
            service
                .grpc("Echo", "{\"values\": {\"id\": \"a\", \"at\": \"1970-01-01T00:00:05Z\"}}")
                .at("/result/at")
                .asText())
        .isEqualTo("1970-01-01T00:00:05Z");
  }

  @Test
  void goBeforeWhatAClassGivesItself() {
    JsonNode told = EveryProtocol.json("{\"size\":6,\"note\":\"told\",\"plain\":\"plain\"}");
    assertThat(service.rest("POST", "/bean", "{\"plain\":\"plain\"}")).isEqualTo(told);
    assertThat(
            service.rest("POST", "/bean", "{\"plain\":\"p\",\"note\":null}").at("/note").isNull())
        .isTrue();
    String fields = "{ size note plain }";
    assertThat(
            service.graphQl(
                "mutation { echoBean(bean: {plain: \"plain\"}) " + fields + " }", Map.of()))
        .isEqualTo(told);
    assertThat(service.grpc("EchoBean", "{\"bean\": {\"plain\": \"plain\"}}").at("/result"))
        .isEqualTo(told);
  }

  @Test
  void standInEachContract() {
    String schema = service.compilation().resource("META-INF/triglot/schema.graphqls");
    assertThat(schema)
        .contains(
            "    first: Int! = 20\n    sort: Sort = PRICE\n    sku: String = \"y\"\n",
            "    name: String! = \"any\"\n    other: String\n")
        .contains("  count: Int! = 2\n", "  big: Long! = 9000000000\n")
        .contains("  price: BigDecimal! = 1.50\n", "  rate: Float! = 0.5\n")
        .contains("  open: Boolean! = true\n", "  name: String! = \"a \\\"b\\\" c\"\n")
        .contains("  sort: Sort! = NAME\n", "  day: Date! = \"2026-01-31\"\n")
        .contains("  stock: Int = 7\n", "  count: Int!\n");
    JsonNode openApi =
        EveryProtocol.json(service.compilation().resource("META-INF/triglot/openapi.json"));
    JsonNode first = openApi.at("/paths/~1search/get/parameters/0");
    assertThat(first.at("/schema/default").asInt()).isEqualTo(20);
    assertThat(first.has("required")).isFalse();
    assertThat(openApi.at("/components/schemas/Values/properties/sort/default").asText())
        .isEqualTo("by-name");
    assertThat(openApi.at("/components/schemas/Values/required").toString()).isEqualTo("[\"id\"]");
    JsonNode body = openApi.at("/paths/~1place/post/requestBody/content/application~1json/schema");
    assertThat(body.at("/properties/quantity/default").asInt()).isEqualTo(1);
    assertThat(body.at("/required").toString()).isEqualTo("[\"id\"]");
    assertThat(service.compilation().resource("acme/v1/default_service.proto"))
        .contains("  // By default `20`.\n  optional int32 first = 1;");
    assertThat(service.compilation().resource("acme/v1/values.proto"))
        .contains("  optional bool open = 6;", "  google.protobuf.Timestamp at = 10;");
  }

  @ParameterizedTest
  @EnumSource
  void areReadByBothCompilers(CompilerKind compiler) {
    Path own = service.directory().resolve("both").resolve(compiler.name());
    assertThat(compiler.in(own).compile(SOURCES).requireSuccess().resources())
        .isEqualTo(service.compilation().resources());
  }

  @Test
  void areSingleValuesOfTheirTypes() {
    String service =
        """
        package com.acme;
        import io.triglot.ApiOperation;
        import jakarta.ws.rs.DefaultValue;
        import java.util.List;
        public class BadService {
          public enum Size { SMALL }
          @ApiOperation public String find(@DefaultValue(%s) %s it) { return ""; }
        }
        """;
    for (String[] bad :
        new String[][] {
          {"\"x\"", "int"},
          {"\"1e400\"", "double"},
          {"\"300\"", "byte"},
          {"\"yes\"", "boolean"},
          {"\"LARGE\"", "Size"},
          {"\"31.1.2026\"", "java.time.LocalDate"},
          {"\"EURO\"", "java.util.Currency"},
          {"\"a\"", "List<String>"},
          {"\"{}\"", "Object"}
        }) {
      assertThatThrownBy(
              () ->
                  CompilerKind.JAVAC
                      .in(DefaultsTest.service.directory().resolve("bad").resolve(bad[1]))
                      .compile(
                          "@org.jspecify.annotations.NullMarked package com.acme;",
                          service.formatted(bad[0], bad[1]))
                      .requireSuccess())
          .as(bad[0] + " " + bad[1])
          .hasMessageContaining("[TriglotDefaultValue]")
          .hasMessageContaining("BadService.java:7");
    }
  }
}
