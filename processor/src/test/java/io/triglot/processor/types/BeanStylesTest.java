package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.processor.testing.CompilerKind;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ways in which classes are written that are no records: made, set and read. */
class BeanStylesTest {
  private static final String[] SOURCES = {
    "@org.jspecify.annotations.NullMarked package com.acme;",
    """
    package com.acme;

    import java.util.ArrayList;
    import java.util.List;
    import org.jspecify.annotations.Nullable;

    public class Open {
      public String name = "";
      public int count = 7;
      public List<String> tags = new ArrayList<>();
      public @Nullable String note = "own";
      public final String constant = "fixed";
    }
    """,
    """
    package com.acme;

    import com.fasterxml.jackson.annotation.JsonCreator;
    import com.fasterxml.jackson.annotation.JsonProperty;

    public final class Made {
      private final String name;
      private final int count;

      private Made(String name, int count) {
        this.name = name;
        this.count = count;
      }

      @JsonCreator
      public static Made of(@JsonProperty("the_name") String n, @JsonProperty("count") int c) {
        return new Made(n, c);
      }

      @JsonProperty("the_name") public String getName() { return name; }
      public int getCount() { return count; }
      public String getLabel() { return name + count; }
    }
    """,
    """
    package com.acme;

    import java.util.Optional;

    public final class Built {
      private final String name;
      private final Optional<String> nick;
      private final int size;

      private Built(Builder builder) {
        this.name = builder.name;
        this.nick = builder.nick;
        this.size = builder.size;
      }

      public static Builder newBuilder() { return new Builder(); }

      public String getName() { return name; }
      public Optional<String> getNick() { return nick; }
      public int getSize() { return size; }

      public static final class Builder {
        private String name = "";
        private Optional<String> nick = Optional.empty();
        private int size;

        public Builder setName(String name) { this.name = name; return this; }
        public Builder nick(Optional<String> nick) { this.nick = nick; return this; }
        public Builder withSize(int size) { this.size = size; return this; }
        public Built build() { return new Built(this); }
      }
    }
    """,
    """
    package com.acme;

    import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
    import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;

    @JsonDeserialize(builder = Told.Maker.class)
    public final class Told {
      private final String name;

      private Told(String name) { this.name = name; }

      public String getName() { return name; }

      @JsonPOJOBuilder(buildMethodName = "make", withPrefix = "having")
      public static final class Maker {
        private String name = "";

        public Maker havingName(String name) { this.name = name; return this; }
        public Told make() { return new Told(name); }
      }
    }
    """,
    """
    package com.acme;

    import org.jspecify.annotations.Nullable;

    public class Mixed {
      private final String id;
      private @Nullable String note = "own";
      private String title = "";
      public int rank;

      public Mixed(String id) { this.id = id; }

      public String getId() { return id; }
      public @Nullable String getNote() { return note; }
      public void setNote(@Nullable String note) { this.note = note; }
      public String getTitle() { return title; }
      public void setTitle(String title) { this.title = title; }
      public boolean isTitled() { return !title.isEmpty(); }
    }
    """,
    """
    package com.acme;

    public abstract class Sketch {
      public abstract String name();
      public abstract int width();

      public static Sketch create(String name, int width) {
        return new Sketch() {
          @Override public String name() { return name; }
          @Override public int width() { return width; }
        };
      }
    }
    """,
    """
    package com.acme;

    public record All(
        Open open, Made made, Built built, Told told, Mixed mixed, Sketch sketch) {}
    """,
    """
    package com.acme;

    public interface Named {
      String getName();
      default int getLength() { return getName().length(); }
    }
    """,
    """
    package com.acme;

    public interface Point {
      int x();
      int y();
      default int sum() { return x() + y(); }
    }
    """,
    "package com.acme;\npublic record Shown(Named named, Point point) {}",
    """
    package com.acme;

    import io.triglot.ApiOperation;

    public class StyleService {
      @ApiOperation("POST /all")
      public All echoAll(All all) { return all; }

      @ApiOperation("GET /shown")
      public Shown shown() {
        return new Shown(
            () -> "abc",
            new Point() {
              @Override public int x() { return 1; }
              @Override public int y() { return 2; }
            });
      }
    }
    """
  };

  private static final JsonNode ALL =
      EveryProtocol.json(
          """
          {"open": {"name": "o", "count": 3, "tags": ["a"], "note": null, "constant": "fixed"},
           "made": {"the_name": "m", "count": 2, "label": "m2"},
           "built": {"name": "b", "nick": "bb", "size": 9},
           "told": {"name": "t"},
           "mixed": {"id": "i", "note": "n", "title": "tt", "rank": 4, "titled": true},
           "sketch": {"name": "s", "width": 5}}
          """);

  @RegisterExtension
  static final CompiledService service = new CompiledService("com.acme.StyleService", SOURCES);

  @Test
  void comeBackOnRestAsTheyWereSent() {
    assertThat(service.rest("POST", "/all", ALL.toString())).isEqualTo(ALL);
  }

  @Test
  void keepTheirOwnValuesOnRestWhereNothingIsSent() {
    JsonNode answer = service.rest("POST", "/all", without(ALL, "note", "nick").toString());
    assertThat(answer.at("/open/note").asText()).isEqualTo("own");
    assertThat(answer.at("/mixed/note").asText()).isEqualTo("own");
    assertThat(answer.at("/built/nick").isNull()).isTrue();
  }

  @Test
  void refuseOnRestWhatIsMissing() {
    JsonNode answer = service.rest("POST", "/all", without(ALL, "title", "size").toString());
    assertThat(answer.get("status").asInt()).isEqualTo(400);
    assertThat(answer.toString()).contains("size");
  }

  @Test
  void comeBackOnGrpcAsTheyWereSent() {
    JsonNode sent = without(ALL, "note");
    JsonNode answer = service.grpc("EchoAll", "{\"all\": " + sent + "}").get("result");
    assertThat(answer.at("/open/note").asText()).isEqualTo("own");
    assertThat(without(answer, "note")).isEqualTo(sent);
  }

  @Test
  void comeBackOnGraphQlAsTheyWereSent() {
    JsonNode sent =
        EveryProtocol.json(
            without(ALL, "constant", "label", "titled").toString().replace("the_name", "theName"));
    assertThat(
            service.graphQl(
                "mutation ($all: AllInput!) { echoAll(all: $all) {"
                    + " open { name count tags note } made { theName count }"
                    + " built { name nick size } told { name } mixed { id note title rank }"
                    + " sketch { name width } } }",
                Map.of("all", EveryProtocol.variables(sent))))
        .isEqualTo(sent);
  }

  @Test
  void areShownOnEveryProtocolWhereTheyAreInterfaces() {
    JsonNode shown =
        EveryProtocol.json(
            "{\"named\": {\"name\": \"abc\", \"length\": 3}, \"point\": {\"x\": 1, \"y\": 2}}");
    assertThat(service.rest("GET", "/shown", "")).isEqualTo(shown);
    assertThat(service.grpc("Shown", "{}").get("result")).isEqualTo(shown);
    assertThat(service.graphQl("{ shown { named { name length } point { x y } } }", Map.of()))
        .isEqualTo(shown);
  }

  @ParameterizedTest
  @EnumSource
  void areReadByBothCompilers(CompilerKind compiler) {
    Path own = service.directory().resolve("both").resolve(compiler.name());
    assertThat(compiler.in(own).compile(SOURCES).requireSuccess().resources())
        .isEqualTo(service.compilation().resources());
  }

  private static JsonNode without(JsonNode all, String... names) {
    JsonNode copy = all.deepCopy();
    copy.forEach(each -> ((ObjectNode) each).remove(java.util.List.of(names)));
    return copy;
  }
}
