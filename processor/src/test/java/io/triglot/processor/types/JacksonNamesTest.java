package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.triglot.processor.testing.CompilerKind;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Names that Jackson's annotations give: REST's JSON is what Jackson would have written. */
class JacksonNamesTest {
  private static final String[] SOURCES = {
    "@org.jspecify.annotations.NullMarked package com.acme;",
    """
    package com.acme;

    import com.fasterxml.jackson.annotation.JsonAlias;
    import com.fasterxml.jackson.annotation.JsonProperty;

    public enum Color {
      @JsonProperty("red-ish") @JsonAlias({"rot", "rouge"}) RED,
      GREEN
    }
    """,
    """
    package com.acme;

    import com.fasterxml.jackson.annotation.JsonValue;

    public enum Size {
      SMALL("s"), LARGE("l");

      private final String code;

      Size(String code) { this.code = code; }

      @JsonValue
      public String code() { return code; }
    }
    """,
    """
    package com.acme;

    import com.fasterxml.jackson.annotation.JsonValue;

    public enum Level {
      LOW(10), HIGH(20);

      private final int level;

      Level(int level) { this.level = level; }

      @JsonValue
      public int getLevel() { return level; }
    }
    """,
    """
    package com.acme;

    import com.fasterxml.jackson.annotation.JsonFormat;

    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    public enum Rank { FIRST, SECOND }
    """,
    """
    package com.acme;

    import com.fasterxml.jackson.annotation.JsonAlias;
    import com.fasterxml.jackson.annotation.JsonIgnore;
    import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
    import com.fasterxml.jackson.annotation.JsonProperty;
    import java.time.Instant;
    import java.time.LocalDate;
    import java.util.List;
    import java.util.Map;
    import java.util.Optional;
    import org.jspecify.annotations.Nullable;

    @JsonIgnoreProperties({"legacy", "internalCode"})
    public record Article(
        @JsonProperty("article-id") String id,
        @JsonProperty("class") String kind,
        @JsonAlias({"label", "caption"}) String title,
        Color color,
        Map<Color, Size> sizes,
        List<Level> levels,
        @Nullable Rank rank,
        Optional<Color> other,
        @JsonIgnore int secret,
        String internalCode,
        Instant at,
        LocalDate day,
        @Nullable Shelf shelf) {
      @JsonProperty("display_name")
      public String display() { return title + "!"; }
    }
    """,
    """
    package com.acme;

    import com.fasterxml.jackson.annotation.JsonIgnore;
    import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
    import com.fasterxml.jackson.annotation.JsonProperty;
    import com.fasterxml.jackson.databind.PropertyNamingStrategies;
    import com.fasterxml.jackson.databind.annotation.JsonNaming;

    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public class Shelf {
      private String shelfName = "";
      private String rowURL = "";
      private int freeSpace;
      private String hidden = "";

      public String getShelfName() { return shelfName; }
      public void setShelfName(String shelfName) { this.shelfName = shelfName; }
      @JsonProperty("Row") public String getRowURL() { return rowURL; }
      public void setRowURL(String rowURL) { this.rowURL = rowURL; }
      @JsonProperty(access = JsonProperty.Access.READ_ONLY)
      public int getFreeSpace() { return freeSpace; }
      public void setFreeSpace(int freeSpace) { this.freeSpace = freeSpace; }
      @JsonIgnore public String getHidden() { return hidden; }
      public void setHidden(String hidden) { this.hidden = hidden; }
    }
    """,
    "package com.acme;\n\n@com.fasterxml.jackson.annotation.JsonIgnoreType\npublic record Hidden(int x) {}",
    """
    package com.acme;

    import com.fasterxml.jackson.annotation.JsonGetter;
    import com.fasterxml.jackson.annotation.JsonSetter;

    public class Odd {
      private String URL = "u";
      private String aName = "a";
      private Boolean ready = true;
      private boolean on;
      private int id2 = 2;
      private String secret = "s";

      public String getURL() { return URL; }
      public void setURL(String url) { this.URL = url; }
      public String getAName() { return aName; }
      public void setAName(String aName) { this.aName = aName; }
      public Boolean isReady() { return ready; }
      public void setReady(Boolean ready) { this.ready = ready; }
      public boolean isOn() { return on; }
      public void setOn(boolean on) { this.on = on; }
      public int getId2() { return id2; }
      public void setId2(int id2) { this.id2 = id2; }
      @JsonGetter("shown") public String getSecret() { return secret; }
      @JsonSetter("shown") public void setSecret(String secret) { this.secret = secret; }
      public Hidden getHidden() { return new Hidden(1); }
      public void setHidden(Hidden hidden) {}
    }
    """,
    """
    package com.acme;

    import io.triglot.ApiOperation;
    import java.time.Instant;
    import java.time.LocalDate;
    import java.util.List;
    import java.util.Map;
    import java.util.Optional;

    public class ArticleService {
      @ApiOperation("GET /article")
      public Article article() {
        Shelf shelf = new Shelf();
        shelf.setShelfName("top");
        shelf.setRowURL("/1");
        shelf.setHidden("x");
        return new Article(
            "a1", "k", "t", Color.RED, Map.of(Color.RED, Size.SMALL, Color.GREEN, Size.LARGE),
            List.of(Level.LOW, Level.HIGH), Rank.SECOND, Optional.of(Color.RED), 7, "i",
            Instant.parse("2026-01-02T03:04:05Z"), LocalDate.parse("2026-01-02"), shelf);
      }

      @ApiOperation("GET /odd")
      public Odd odd() { return new Odd(); }

      @ApiOperation("POST /odds")
      public Odd echoOdd(Odd odd) { return odd; }

      @ApiOperation("POST /articles")
      public Article echoArticle(Article article) {
        return article;
      }

      @ApiOperation("GET /colors/{color}")
      public Color color(Color color, Optional<Level> level, List<Rank> ranks) {
        return color;
      }
    }
    """
  };

  private static final ObjectMapper JACKSON =
      new ObjectMapper()
          .registerModules(new JavaTimeModule(), new Jdk8Module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  @RegisterExtension
  static final CompiledService service = new CompiledService("com.acme.ArticleService", SOURCES);

  private static JsonNode article;

  @BeforeAll
  static void writeWithJackson() throws ReflectiveOperationException {
    Class<?> type = service.compilation().load("com.acme.ArticleService");
    Object made = type.getConstructor().newInstance();
    article = JACKSON.valueToTree(type.getMethod("article").invoke(made));
  }

  @Test
  void areThoseThatJacksonWrites() {
    assertThat(service.rest("GET", "/article", "")).isEqualTo(article);
  }

  @Test
  void areThoseOfGettersWhateverCapitalsTheyHave() throws Exception {
    Class<?> type = service.compilation().load("com.acme.Odd");
    JsonNode expected =
        EveryProtocol.json(JACKSON.writeValueAsString(type.getConstructor().newInstance()));

    assertThat(service.rest("GET", "/odd", "")).isEqualTo(expected);
    assertThat(service.rest("POST", "/odds", expected.toString())).isEqualTo(expected);
    assertThat(expected.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("url", "aname", "ready", "on", "id2", "shown");
  }

  @Test
  void areRead() {
    assertThat(service.rest("POST", "/articles", article.toString()))
        .isEqualTo(EveryProtocol.json(article.toString()));
  }

  @Test
  void areReadByTheirAliases() {
    String sent =
        article
            .toString()
            .replace("\"title\"", "\"caption\"")
            .replace("\"color\":\"red-ish\"", "\"color\":\"rouge\"");
    assertThat(service.rest("POST", "/articles", sent)).isEqualTo(article);
  }

  @Test
  void letWhatIsIgnoredBeSentInVain() {
    String sent =
        article
            .toString()
            .replaceFirst("\\{", "{\"secret\": 3, \"internalCode\": \"z\", \"legacy\": {}, ")
            .replace("\"shelf\":{", "\"shelf\":{\"never_heard_of\": [1], \"hidden\": \"z\",");
    assertThat(service.rest("POST", "/articles", sent)).isEqualTo(article);
    assertThat(service.rest("POST", "/articles", "{\"unheard\": 1}").get("status").asInt())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({"red-ish, 10, 1, 200", "rot, 20, 0, 200", "RED, 10, 1, 400", "GREEN, 11, 1, 400"})
  void areTheTextsOfPathsAndQueries(String color, String level, String rank, int status) {
    JsonNode answer =
        service.rest("GET", "/colors/" + color + "?level=" + level + "&ranks=" + rank, "");
    if (status == 200) {
      assertThat(answer.asText()).isEqualTo("red-ish");
    } else {
      assertThat(answer.get("status").asInt()).isEqualTo(status);
    }
  }

  @Test
  void areTheJsonNamesOfProtobuf() {
    String proto = service.compilation().resource("acme/v1/article.proto");
    assertThat(proto)
        .contains("string article_id = 1 [json_name = \"article-id\"];")
        .contains("string class = 2;")
        .contains("display_name")
        .doesNotContain("secret", "internal_code");
    assertThat(service.compilation().resource("acme/v1/shelf.proto"))
        .contains("string shelf_name = 1 [json_name = \"shelf_name\"];")
        .contains("string row = 2 [json_name = \"Row\"];");
    assertThat(service.compilation().resource("acme/v1/color.proto")).contains("COLOR_RED = 1;");
    JsonNode answer = service.grpc("Article", "{}").get("result");
    assertThat(answer.get("article-id").asText()).isEqualTo("a1");
    assertThat(answer.get("shelf").get("shelf_name").asText()).isEqualTo("top");
    assertThat(service.grpc("EchoArticle", "{\"article\": " + answer + "}").get("result"))
        .isEqualTo(answer);
  }

  @Test
  void areCamelCaseInGraphQl() {
    assertThat(
            service.graphQl(
                "{ article { articleId class color levels rank displayName"
                    + " shelf { shelfName row freeSpace } } }",
                Map.of()))
        .isEqualTo(
            EveryProtocol.json(
                """
                {"articleId": "a1", "class": "k", "color": "RED", "levels": ["LOW", "HIGH"],
                 "rank": "SECOND", "displayName": "t!",
                 "shelf": {"shelfName": "top", "row": "/1", "freeSpace": 0}}
                """));
    assertThat(
            service.graphQl(
                "mutation ($a: ArticleInput!) { echoArticle(article: $a) { articleId kind: class } }",
                Map.of(
                    "a",
                    EveryProtocol.variables(
                        EveryProtocol.json(
                            """
                            {"articleId": "a", "class": "b", "title": "c", "color": "GREEN",
                             "sizes": [], "levels": [], "at": "2026-01-02T03:04:05Z",
                             "day": "2026-01-02"}
                            """)))))
        .isEqualTo(EveryProtocol.json("{\"articleId\": \"a\", \"kind\": \"b\"}"));
  }

  @Test
  void standInTheOpenApiDocument() {
    String document = service.compilation().resource("META-INF/triglot/openapi.json");
    JsonNode schemas = EveryProtocol.json(document).get("components").get("schemas");
    assertThat(schemas.get("Article").get("properties").fieldNames())
        .toIterable()
        .contains("article-id", "class", "display_name")
        .doesNotContain("secret", "id", "kind");
    assertThat(schemas.get("Color").get("enum").toString()).isEqualTo("[\"red-ish\",\"GREEN\"]");
    assertThat(schemas.get("Rank").get("type").asText()).isEqualTo("integer");
  }

  @ParameterizedTest
  @EnumSource
  void areReadByBothCompilers(CompilerKind compiler) {
    Path own = service.directory().resolve("both").resolve(compiler.name());
    assertThat(compiler.in(own).compile(SOURCES).requireSuccess().resources())
        .isEqualTo(service.compilation().resources());
  }
}
