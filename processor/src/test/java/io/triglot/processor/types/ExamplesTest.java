package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Values that {@code @ApiField(example = …)} shows in the OpenAPI document. */
class ExamplesTest {
  private static final String NULL_MARKED =
      "@org.jspecify.annotations.NullMarked package com.acme;";
  private static final String[] SOURCES = {
    NULL_MARKED,
    """
    package com.acme;

    import com.fasterxml.jackson.annotation.JsonProperty;

    public enum Color { @JsonProperty("green") GREEN, BLACK }
    """,
    """
    package com.acme;

    public record Sku(String text) {
      public static Sku of(String text) { return new Sku(text); }
      @com.fasterxml.jackson.annotation.JsonValue public String text() { return text; }
    }
    """,
    """
    package com.acme;

    import com.fasterxml.jackson.annotation.JsonFormat;
    import io.triglot.ApiField;
    import jakarta.validation.constraints.*;
    import java.math.BigDecimal;
    import java.time.LocalDate;
    import java.util.List;
    import java.util.Optional;
    import org.jspecify.annotations.Nullable;

    /**
     * Tea.
     *
     * @param name what it is called
     */
    public record Tea(
        @ApiField(example = "Assam") @Size(min = 2, max = 9) @Pattern(regexp = "[A-Z].*") String name,
        @ApiField(example = "4.90") @Positive @Digits(integer = 2, fraction = 2) BigDecimal price,
        @ApiField(example = "true") boolean loose,
        @ApiField(example = "GREEN") @Nullable Color color,
        @ApiField(example = "2026-04-01") Optional<LocalDate> picked,
        @ApiField(example = "T-1") Sku sku,
        @ApiField(example = "7") @JsonFormat(shape = JsonFormat.Shape.STRING) long number,
        @ApiField(example = "malty") List<@NotBlank String> notes) {}
    """,
    """
    package com.acme;

    import io.triglot.ApiField;
    import io.triglot.ApiOperation;
    import java.util.List;
    import org.jspecify.annotations.Nullable;

    public class TeaService {
      /** Finds teas. */
      @ApiOperation public List<Tea> teas(
          @ApiField(example = "GREEN") @Nullable Color color, @ApiField(example = "3") List<Integer> size) {
        return List.of();
      }
      @ApiOperation("POST /cups") public void addCups(@ApiField(example = "2") int cups, String into) {}
      @ApiOperation public void addTea(@jakarta.validation.Valid Tea tea) {}
    }
    """
  };

  @ParameterizedTest
  @EnumSource
  void standInSchemas(CompilerKind compiler, @TempDir Path directory) {
    Compilation compiled = compiler.in(directory).compile(SOURCES).requireSuccess();

    JsonNode api = EveryProtocol.json(compiled.resource("META-INF/triglot/openapi.json"));
    JsonNode tea = api.at("/components/schemas/Tea/properties");
    assertThat(tea.at("/name/examples").toString()).isEqualTo("[\"Assam\"]");
    assertThat(tea.at("/name/description").asText()).isEqualTo("what it is called");
    assertThat(tea.at("/price/examples").toString()).isEqualTo("[4.9]");
    assertThat(tea.at("/loose/examples").toString()).isEqualTo("[true]");
    assertThat(tea.at("/color/examples").toString()).isEqualTo("[\"green\"]");
    assertThat(tea.at("/picked/examples").toString()).isEqualTo("[\"2026-04-01\"]");
    assertThat(tea.at("/sku/examples").toString()).isEqualTo("[\"T-1\"]");
    assertThat(tea.at("/number/examples").toString()).isEqualTo("[\"7\"]");
    assertThat(tea.at("/notes/items/examples").toString()).isEqualTo("[\"malty\"]");
    JsonNode parameters = api.at("/paths/~1teas/get/parameters");
    assertThat(parameters.at("/0/schema/examples").toString()).isEqualTo("[\"green\"]");
    assertThat(parameters.at("/1/schema/items/examples").toString()).isEqualTo("[3]");
    assertThat(
            api.at("/paths/~1cups/post/requestBody/content/application~1json/schema")
                .at("/properties/cups/examples")
                .toString())
        .isEqualTo("[2]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@ApiField(example = \"x\") int it|\"x\" of BadService.find(it) is no int",
        "@ApiField(example = \"RED\") Width it|\"RED\" of BadService.find(it) is no",
        "@ApiField(example = \"1.2.26\") java.time.LocalDate it|is no LocalDate",
        "@ApiField(example = \"a\") java.util.List<Integer> it|\"a\" of BadService.find(it) is no Integer",
        "@ApiField(example = \"{}\") Object it|not a Object",
        "@ApiField(example = \"0\") @Positive int it|is refused: it is not above 0",
        "@ApiField(example = \"9\") @Max(8) long it|is refused: it is not below 8",
        "@ApiField(example = \"abc\") @Size(max = 2) String it|is refused: it has 3 characters",
        "@ApiField(example = \" \") @NotBlank String it|is refused: it is blank",
        "@ApiField(example = \"a\") @Pattern(regexp = \"b+\") String it|is refused: it does not match b+",
        "@ApiField(example = \"a\") @Email String it|is refused: it is no address of e-mail",
        "@ApiField(example = \"1.234\") @Digits(integer = 9, fraction = 2) java.math.BigDecimal it|too many digits",
      })
  void areWhatTheSchemaAllows(String parameter, String message, @TempDir Path directory) {
    assertThatThrownBy(
            () ->
                CompilerKind.JAVAC
                    .in(directory)
                    .compile(
                        NULL_MARKED,
                        """
                        package com.acme;
                        import io.triglot.*;
                        import jakarta.validation.constraints.*;
                        public class BadService {
                          public enum Width { SMALL }
                          @ApiOperation("POST /bad") public String find(%s, String other) { return ""; }
                        }
                        """
                            .formatted(parameter))
                    .requireSuccess())
        .hasMessageContaining("[TriglotExample]")
        .hasMessageContaining(message)
        .hasMessageContaining("BadService.java:6");
  }
}
