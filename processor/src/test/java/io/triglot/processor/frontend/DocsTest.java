package io.triglot.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.TemporaryFolder;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What users write in doc comments is what all contracts say. */
class DocsTest {
  private static final String[] SOURCES = {
    "@org.jspecify.annotations.NullMarked package com.acme;",
    """
    package com.acme;

    /** What has a name. */
    public interface Named {
      /** The name, {@code never} empty. */
      String name();
    }
    """,
    """
    package com.acme;

    /**
     * A part.
     *
     * @param id what identifies it, at most {@value #LENGTH} of them
     * @param size see {@link Size#BIG}
     * @since 2.0
     */
    public record Part(String id, String name, Size size) implements Named {
      public static final int LENGTH = 12;
    }
    """,
    """
    package com.acme;

    /** How big. */
    public enum Size {
      /** Less than {@value Part#LENGTH}. */
      SMALL,
      /**
       * Much.
       *
       * @deprecated say {@link #HUGE}
       */
      @Deprecated
      BIG,
      HUGE
    }
    """,
    """
    package com.acme;

    public class Box implements Named {
      /** From the field. */
      private String label = "";

      private int weight;
      private int depth;

      public String getLabel() { return label; }
      public void setLabel(String label) { this.label = label; }
      public int getWeight() { return weight; }

      /** In grams. */
      public void setWeight(int weight) { this.weight = weight; }
      public int getDepth() { return depth; }

      /** @param depth in millimetres */
      public void setDepth(int depth) { this.depth = depth; }

      /** {@inheritDoc} Of a box. */
      @Override
      @com.fasterxml.jackson.annotation.JsonProperty
      public String name() { return label; }
    }
    """,
    """
    package com.acme;

    public final class Pin {
      private final int width;

      /**
       * Makes one.
       *
       * @param width in metres
       */
      public Pin(int width) { this.width = width; }

      public int width() { return width; }
    }
    """,
    """
    package com.acme;

    import io.triglot.ApiError;

    /** There is no such part. */
    @ApiError(io.triglot.runtime.StatusCode.NOT_FOUND)
    public class PartMissing extends RuntimeException {
      private static final long serialVersionUID = 1;
      private final String part;

      /** @param part the one that is missing */
      public PartMissing(String part) { this.part = part; }

      public String getPart() { return part; }
    }
    """,
    """
    package com.acme;

    public abstract class BaseService {
      /**
       * Finds a part.
       *
       * @param id the part's id
       * @param depth how deep
       * @return the part
       */
      public abstract Part part(String id, int depth);

      /**
       * Counts.
       *
       * <table>
       *   <caption>Kinds</caption>
       *   <tr><th>kind</th><th>meaning</th></tr>
       *   <tr><td>{@code a|b}</td><td>one
       *       of two</td></tr>
       * </table>
       *
       * <p>5 &le; 6.
       */
      public abstract int count();
    }
    """,
    """
    package com.acme;

    import io.triglot.ApiOperation;
    import org.jspecify.annotations.Nullable;

    /** Everything about parts. */
    public class PartService extends BaseService {
      /**
       * {@inheritDoc} Quickly.
       *
       * @param depth {@inheritDoc}, from 0
       * @throws PartMissing if there is none
       */
      @ApiOperation("GET /parts/{id}")
      @Override
      public Part part(String id, int depth) { return new Part(id, "", Size.HUGE); }

      @ApiOperation("GET /count")
      @Override
      public int count() { return 1; }

      @SuppressWarnings("deprecation") // of parameters it is only for other compilers and for us
      @ApiOperation("POST /boxes")
      public Box echoBox(Box box, @Deprecated String note, @Deprecated @Nullable Pin pin) {
        return box;
      }
    }
    """
  };

  @ParameterizedTest
  @EnumSource
  void areInheritedAndSaidInOpenApi(CompilerKind compiler) throws IOException {
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      JsonNode api = openApi(compiler.in(folder.path()).compile(SOURCES).requireSuccess());
      Map<String, String> expected =
          Map.ofEntries(
              Map.entry("/Part", "A part."),
              Map.entry("/Part/properties/id", "what identifies it, at most `12` of them"),
              Map.entry("/Part/properties/name", "The name, `never` empty."),
              Map.entry("/Part/properties/size", "see `Size.BIG`"),
              Map.entry(
                  "/Size",
                  "How big.\n\n- `SMALL`: Less than `12`.\n"
                      + "- `BIG`: Much.\n\n  **Deprecated.** say `HUGE`"),
              Map.entry("/Box/properties/label", "From the field."),
              Map.entry("/Box/properties/weight", "In grams."),
              Map.entry("/Box/properties/depth", "in millimetres"),
              Map.entry("/Box/properties/name", "The name, `never` empty. Of a box."),
              Map.entry("/Pin/properties/width", "in metres"),
              Map.entry("/PartMissingProblem", "There is no such part."),
              Map.entry("/PartMissingProblem/allOf/1/properties/part", "the one that is missing"));
      assertThat(expected)
          .allSatisfy(
              (path, doc) ->
                  assertThat(api.at("/components/schemas" + path).path("description").asText())
                      .as(path)
                      .isEqualTo(doc));
      JsonNode get = api.at("/paths/~1parts~1{id}/get");
      assertThat(get.get("description").asText()).isEqualTo("Finds a part. Quickly.");
      assertThat(get.at("/parameters/0/description").asText()).isEqualTo("the part's id");
      assertThat(get.at("/parameters/1/description").asText()).isEqualTo("how deep, from 0");
      assertThat(api.at("/paths/~1count/get/description").asText())
          .isEqualTo(
              """
              Counts.

              Kinds

              | kind | meaning |
              | --- | --- |
              | `a\\|b` | one of two |

              5 ≤ 6.""");
    }
  }

  @Test
  void areSaidInSdlAndProto() {
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      Compilation made = CompilerKind.JAVAC.in(folder.path()).compile(SOURCES).requireSuccess();
      assertThat(made.resource("META-INF/triglot/schema.graphqls"))
          .contains("  Finds a part. Quickly.\n\n  Fails with:\n\n  - `PART_MISSING` (NOT_FOUND): ")
          .contains("    \"\"\"how deep, from 0\"\"\"\n    depth: Int!\n")
          .contains("pin: PinInput @deprecated")
          .contains("note: String!,");
      assertThat(made.resource("acme/v1/size.proto"))
          .contains("  // **Deprecated.** say `HUGE`\n  SIZE_BIG = 2 [deprecated = true];");
      assertThat(made.resource("acme/v1/part_service.proto"))
          .contains("  // how deep, from 0\n  int32 depth = 2;")
          .contains("string note = 2 [deprecated = true];");
    }
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_23)
  void areMarkdownInLinesWithThreeSlashes() throws IOException {
    String type =
        """
        package com.acme;

        /// A *nut*, see [Size] and [its colour][java.awt.Color#RED], not [this](https://x.org).
        ///
        /// - one
        ///   - in `one [Size]`
        ///
        /// | a | b |
        /// |---|---|
        /// | {@code x} | 5 &lt; 6 |
        ///
        /// ```java
        /// @Override
        /// List<String> names = {@code as is};
        /// ```
        ///
        /// @param id the `id`
        public record Nut(String id) {}
        """;
    String service =
        """
        package com.acme;

        public class NutService {
          @io.triglot.ApiOperation("GET /nut")
          public Nut nut() { return new Nut(""); }
        }
        """;
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      JsonNode nut =
          openApi(CompilerKind.JAVAC.in(folder.path()).compile(type, service))
              .at("/components/schemas/Nut");
      assertThat(nut.at("/properties/id/description").asText()).isEqualTo("the `id`");
      assertThat(nut.get("description").asText())
          .isEqualTo(
              """
              A *nut*, see `Size` and `its colour`, not [this](https://x.org).

              - one
                - in `one [Size]`

              | a | b |
              |---|---|
              | `x` | 5 &lt; 6 |

              ```java
              @Override
              List<String> names = {@code as is};
              ```""");
    }
  }

  private static JsonNode openApi(Compilation compilation) throws IOException {
    return new ObjectMapper().readTree(compilation.resource("META-INF/triglot/openapi.json"));
  }
}
