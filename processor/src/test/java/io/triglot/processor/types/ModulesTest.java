package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Types that come from the jar of another module, which had our processor or had not. */
class ModulesTest {
  private static final String PACKAGE =
      """
      @NullMarked
      package com.acme.paint;

      import org.jspecify.annotations.NullMarked;
      """;

  /** What class files lose: the order of constants and properties, docs, names of parameters. */
  private static final String[] LIBRARY = {
    PACKAGE,
    """
    package com.acme.paint;

    /** What it looks like. */
    public enum Color {
      /** Like fire. */
      RED,
      GREEN,
      /**
       * Like the sky.
       *
       * @deprecated grey is meant
       */
      @Deprecated
      BLUE
    }
    """,
    """
    package com.acme.paint;

    import io.triglot.ApiType;
    import org.jspecify.annotations.Nullable;

    /** What is put on walls. */
    @ApiType
    public class Paint {
      private String zone = "";
      private @Nullable Color color;
      private int amount;
      private int[] layers = {};
      private Tin tin = new Tin("", 0);

      /** Where it goes. */
      public String getZone() { return zone; }
      public void setZone(String zone) { this.zone = zone; }
      public @Nullable Color getColor() { return color; }
      public void setColor(@Nullable Color color) { this.color = color; }
      public int getAmount() { return amount; }
      public void setAmount(int amount) { this.amount = amount; }
      public int[] getLayers() { return layers; }
      public void setLayers(int[] layers) { this.layers = layers; }
      public Tin getTin() { return tin; }
      public void setTin(Tin tin) { this.tin = tin; }
    }
    """,
    """
    package com.acme.paint;

    public final class Tin {
      private final String label;
      private final int height;

      public Tin(String label, int height) {
        this.label = label;
        this.height = height;
      }

      public String label() { return label; }
      public int height() { return height; }
    }
    """
  };

  private static final String SERVICE =
      """
      package com.acme.shop;

      import com.acme.paint.Paint;
      import io.triglot.ApiOperation;
      import org.jspecify.annotations.NullMarked;

      @NullMarked
      public class PaintService {
        @ApiOperation("POST /mix") public Paint mix(Paint paint) { return paint; }
      }
      """;

  /** The same in the module of the types itself, to compare with. */
  private static final String OWN_SERVICE =
      SERVICE.replace("com.acme.shop", "com.acme.paint").replace("PaintService", "MixService");

  private static final String PAINT =
      "{\"zone\":\"wall\",\"color\":\"GREEN\",\"amount\":3,\"layers\":[5,6],"
          + "\"tin\":{\"label\":\"big\",\"height\":7}}";

  @TempDir Path directory;

  static Stream<Arguments> pairs() {
    return Stream.of(CompilerKind.values())
        .flatMap(
            library ->
                Stream.of(CompilerKind.values()).map(module -> Arguments.of(library, module)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void reuseWhatAProcessedModuleHas(CompilerKind library, CompilerKind module) {
    Compilation made = processed(library);
    Compilation used = module.in(directory.resolve("module")).against(made.jar()).compile(SERVICE);

    used.requireSuccess();

    assertThat(used.generatedSources()).allSatisfy((path, text) -> isOfTheService(path));
    assertThat(used.resource("acme/paint/v1/paint.proto"))
        .isEqualTo(made.resource("acme/paint/v1/paint.proto"));
    assertThat(used.resource("acme/paint/v1/color.proto"))
        .isEqualTo(made.resource("acme/paint/v1/color.proto"));
    assertThat(used.resource("META-INF/triglot/schema.graphqls"))
        .isEqualTo(made.resource("META-INF/triglot/schema.graphqls"));
    assertTakesPaint(used);
  }

  /** What Jackson's annotations make of a type is part of its definition. */
  @ParameterizedTest
  @EnumSource
  void keepWhatTheyAreInJson(CompilerKind kind) {
    String card =
        """
        package com.acme.paint;

        import com.fasterxml.jackson.annotation.JsonFormat;
        import com.fasterxml.jackson.annotation.JsonInclude;
        import com.fasterxml.jackson.annotation.JsonProperty;

        @org.jspecify.annotations.NullMarked
        @io.triglot.ApiType
        public record Card(
            @JsonProperty("card-no") String number,
            @JsonFormat(pattern = "MM/yy") java.time.YearMonth end,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) java.util.List<String> notes,
            @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) String pin) {}
        """;
    String wallet =
        """
        package com.acme.shop;

        import com.acme.paint.Card;
        import com.fasterxml.jackson.annotation.JsonUnwrapped;

        @org.jspecify.annotations.NullMarked
        public record Wallet(Card first, @JsonUnwrapped(prefix = "b_") Card second) {}
        """;
    String service =
        """
        package com.acme.shop;

        @org.jspecify.annotations.NullMarked
        public class WalletService {
          @io.triglot.ApiOperation("POST /echo") public Wallet echo(Wallet wallet) { return wallet; }
        }
        """;
    Path jar = kind.in(directory.resolve("library")).compile(card).requireSuccess().jar();
    Compilation used =
        kind.in(directory.resolve("module")).against(jar).compile(wallet, service).requireSuccess();

    try (EveryProtocol protocols = EveryProtocol.of(used, "com.acme.shop.WalletService")) {
      String sent =
          "{\"first\":{\"card-no\":\"1\",\"end\":\"03/26\",\"pin\":\"0\"},"
              + "\"b_card-no\":\"2\",\"b_end\":\"04/26\",\"b_pin\":\"0\"}";
      assertThat(protocols.rest("POST", "/echo", sent).toString())
          .isEqualTo(sent.replaceAll(",\"(b_)?pin\":\"0\"", ""));
    }
  }

  /** Class files lose the constraints on elements, depending on the compiler. */
  @ParameterizedTest
  @EnumSource
  void keepTheirConstraintsAndTheNamesOfWhatViolatesThem(CompilerKind kind) {
    String card =
        """
        package com.acme.paint;

        import com.fasterxml.jackson.annotation.JsonProperty;
        import jakarta.validation.constraints.Min;
        import jakarta.validation.constraints.Size;

        @org.jspecify.annotations.NullMarked
        @io.triglot.ApiType
        public record Card(
            @JsonProperty("card-no") @Size(max = 4) String number,
            java.util.List<@Min(1) Integer> codes) {}
        """;
    String service =
        """
        package com.acme.shop;

        @org.jspecify.annotations.NullMarked
        public class CardService {
          @io.triglot.ApiOperation("POST /echo")
          public int echo(@jakarta.validation.Valid com.acme.paint.Card card) { return 1; }
        }
        """;
    Path jar = kind.in(directory.resolve("library")).compile(card).requireSuccess().jar();
    Compilation used =
        kind.in(directory.resolve("module")).against(jar).compile(service).requireSuccess();

    assertThat(used.resource("META-INF/triglot/openapi.json"))
        .contains("\"maxLength\": 4", "\"minimum\": 1");
    assertThat(used.resource("META-INF/triglot/schema.graphqls"))
        .contains("Each element: at least 1.");
    try (EveryProtocol protocols = EveryProtocol.of(used, "com.acme.shop.CardService")) {
      assertThat(
              protocols
                  .rest("POST", "/echo", "{\"card-no\":\"12345\",\"codes\":[1,0]}")
                  .findValuesAsText("field"))
          .containsExactly("card.codes[1]", "card.card-no");
    }
  }

  @ParameterizedTest
  @EnumSource
  void generateWhatAnUnprocessedModuleLacks(CompilerKind kind) {
    String[] simple =
        Stream.of(LIBRARY).map(each -> each.replaceAll(".*[tT]in.*\n", "")).toArray(String[]::new);
    Path jar = unprocessed(kind).compile(simple[0], simple[1], simple[2]).jar();

    Compilation used =
        kind.in(directory.resolve("module"))
            .with("-Xlint:-deprecation")
            .against(jar)
            .compile(
                SERVICE.replace(
                    "@NullMarked", "@NullMarked @SuppressWarnings(\"TriglotUnknownNullness\")"));

    assertThat(used.success()).as(String.join("\n", used.diagnostics())).isTrue();
    assertThat(used.resource("acme/paint/v1/color.proto"))
        .contains("COLOR_BLUE = 1", "COLOR_GREEN = 2", "COLOR_RED = 3");
    assertThat(used.resource("acme/paint/v1/paint.proto"))
        .contains("amount = 1", "color = 2", "layers = 3", "zone = 4");
  }

  @ParameterizedTest
  @EnumSource
  void keepTheirDocsWhereOnlyTheServiceIsCompiledAgain(CompilerKind kind) throws IOException {
    TestCompiler compiler = kind.in(directory);
    String whole =
        compiler
            .compile(
                Stream.concat(Stream.of(LIBRARY), Stream.of(OWN_SERVICE)).toArray(String[]::new))
            .requireSuccess()
            .resource("META-INF/triglot/schema.graphqls");

    Files.delete(directory.resolve("classes/META-INF/triglot/schema.graphqls"));
    discardGenerated("MixService");
    Compilation rest = compiler.compile(OWN_SERVICE).requireSuccess();

    assertThat(rest.resource("META-INF/triglot/schema.graphqls"))
        .isEqualTo(whole)
        .contains("Like the sky.", "Where it goes.");
  }

  /** An IDE removes what was generated from a class before it compiles the class again. */
  private void discardGenerated(String origin) throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("classes/com/acme/paint"))) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().matches(origin + "[\\w$]+\\.class")) {
          Files.delete(file);
        }
      }
    }
  }

  private Compilation processed(CompilerKind kind) {
    return kind.in(directory.resolve("library"))
        .compile(Stream.concat(Stream.of(LIBRARY), Stream.of(OWN_SERVICE)).toArray(String[]::new))
        .requireSuccess();
  }

  private TestCompiler unprocessed(CompilerKind kind) {
    return kind.in(directory.resolve("library")).with("-proc:none");
  }

  private static void isOfTheService(String path) {
    assertThat(path).startsWith("com/acme/shop/PaintService");
  }

  private static void assertTakesPaint(Compilation compilation) {
    try (EveryProtocol api = EveryProtocol.of(compilation, "com.acme.shop.PaintService")) {
      assertThat(api.rest("POST", "/mix", PAINT)).isEqualTo(EveryProtocol.json(PAINT));
      assertThat(
              api.graphQl(
                  "mutation($p: PaintInput!)"
                      + " { mix(paint: $p) { zone color amount layers tin { label height } } }",
                  Map.of("p", EveryProtocol.variables(EveryProtocol.json(PAINT)))))
          .isEqualTo(EveryProtocol.json(PAINT));
      assertThat(
              api.grpc("Mix", "{\"paint\":" + PAINT.replace("GREEN", "COLOR_GREEN") + "}")
                  .get("result")
                  .toString())
          .contains("COLOR_GREEN", "wall", "big");
    }
  }
}
